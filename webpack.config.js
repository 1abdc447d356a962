const path = require("node:path");
const { NormalModuleReplacementPlugin } = require("webpack");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const TerserPlugin = require("terser-webpack-plugin");
const { privateNames } = require("./scripts/private-names.cjs");

const dist = path.join(__dirname, "dist");
const entry = (name) => path.join(__dirname, "src/entry", name);

/** One compiler for all bundles; only the language level and the surroundings differ. */
const swc = (target) => ({
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: {
    loader: "swc-loader",
    options: {
      jsc: {
        target,
        externalHelpers: true,
        // Object spreads become Object.assign, 1 KB less; we spread plain objects only.
        loose: true,
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic" }, useDefineForClassFields: false },
      },
    },
  },
});

/** Dependencies too are brought down to ES2016 in the send bundle. */
const swcDependencies = (target) => ({
  test: /\.m?js$/,
  include: /node_modules/,
  use: { loader: "swc-loader", options: { jsc: { target, parser: { syntax: "ecmascript" } } } },
});

/** Works on what the compiler made of the sources: texts shrink, see the loader. */
const packTexts = {
  test: /\.ts$/,
  exclude: /node_modules/,
  enforce: "post",
  loader: path.join(__dirname, "scripts/pack-texts-loader.cjs"),
};

/** Nothing in these packages works at load, so what is not called is left out (signing, random numbers). */
const calledOnly = { test: /[\\/]@stablelib[\\/]/, sideEffects: false };

const common = {
  mode: "production",
  devtool: false,
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  performance: { hints: false },
  output: { path: dist, filename: "[name].js" },
};

const minify = (ecma, names = []) => ({
  minimize: true,
  minimizer: [
    new TerserPlugin({
      extractComments: false,
      terserOptions: {
        ecma,
        compress: {
          passes: 4,
          hoist_funs: true,
          keep_fargs: false,
          pure_getters: true,
          unsafe_arrows: true,
          unsafe_methods: true,
        },
        mangle: { properties: names.length > 0 && { regex: new RegExp(`^(${names.join("|")})$`) } },
        format: { ascii_only: true, comments: false },
      },
    }),
  ],
});

const page = (filename, chunks) =>
  new HtmlWebpackPlugin({
    filename,
    chunks,
    template: path.join(__dirname, "src/entry", filename),
    minify: false,
    scriptLoading: "blocking",
    inject: "body",
  });

/** What does not fit into classic Outlook's bundle is named there, and left to the pane (docs/formats.md). */
const sendFormats = new NormalModuleReplacementPlugin(/^\.\/formats$/, "./send-formats");

/** No chunks, no `globalThis`, ASCII only, nothing newer than ES2016. */
const sendBundle = (name, plugins) => ({
  ...common,
  name,
  target: ["es2016"],
  entry: { [name]: entry("launchevent.ts") },
  module: { rules: [packTexts, calledOnly, swc("es2016"), swcDependencies("es2016")] },
  output: { ...common.output, globalObject: "this", chunkFormat: false },
  optimization: { ...minify(2016, privateNames()), splitChunks: false, runtimeChunk: false },
  plugins,
});

/** Classic Outlook copies this one file and runs it in an engine of its own without a DOM. */
const classicBundle = sendBundle("launchevent", [sendFormats]);

/** Every other client opens a page, which has room for all formats. */
const pageBundle = sendBundle("launchevent-page", [page("launchevent.html", ["launchevent-page"])]);

const web = {
  ...common,
  name: "web",
  target: ["web", "es2020"],
  entry: {
    taskpane: entry("taskpane.tsx"),
    review: entry("review.tsx"),
    simulator: entry("simulator.tsx"),
  },
  module: { rules: [swc("es2020"), { test: /\.css$/, type: "asset/source" }] },
  output: { ...common.output, chunkFilename: "[name].chunk.js", publicPath: "auto" },
  optimization: minify(2020),
  plugins: [
    page("taskpane.html", ["taskpane"]),
    page("review.html", ["review"]),
    page("simulator.html", ["simulator"]),
  ],
};

/** Packages of the service and of the demo's server; the first word of what is imported. */
const SERVER_PACKAGES =
  /^(fastify|@fastify|@peculiar|jose|kysely|libsql|nodemailer|oidc-provider|pg|pino|prom-client|smtp-server|typebox)(\/|$)/;

const node = {
  ...common,
  name: "node",
  target: "node20",
  entry: {
    cli: entry("cli.ts"),
    server: entry("server.ts"),
    "demo-server": entry("demo-server.ts"),
    "judge-worker": entry("judge-worker.ts"),
  },
  // Where the built files are, whoever started them.
  node: { __dirname: false },
  externalsPresets: { node: true },
  // The server's libraries stay packages; everything else is in the file.
  externals: [
    ({ request }, done) =>
      SERVER_PACKAGES.test(request) ? done(null, `commonjs ${request}`) : done(),
  ],
  module: { rules: [swc("es2022")] },
  optimization: { minimize: false, splitChunks: false },
};

module.exports = [classicBundle, pageBundle, web, node];
