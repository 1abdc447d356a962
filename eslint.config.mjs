import js from "@eslint/js";
import tseslint from "typescript-eslint";

const ban = (selector, message) => ({ selector, message });

/** What an ES2016 engine without Unicode properties cannot read (docs/architecture.md). */
const MODERN_REGEX = [
  ban("Literal[regex.flags=/[sdv]/]", "Regex flags s, d and v are newer than ES2016."),
  ban("Literal[regex.pattern=/\\(\\?</]", "Look-behind and named groups are newer than ES2016."),
  ban("Literal[regex.pattern=/\\\\p\\{/i]", "Unicode property escapes are newer than ES2016."),
];

const NO_INNER_HTML = ban(
  "AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]",
  "Mail text is text: never innerHTML.",
);

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", ".local/", ".cache/", "src/**/data/*.ts"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: "./tsconfig.json" } },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/no-confusing-void-expression": "off",
      "no-restricted-syntax": ["error", NO_INNER_HTML],
    },
  },
  {
    files: [
      "src/{core,text,locales,detectors,extractors,inspection,policy,approval,protection,record}/**/*.ts",
      "src/{judgement,outlook}/**/*.ts",
      "src/entry/launchevent.ts",
    ],
    rules: { "no-restricted-syntax": ["error", NO_INNER_HTML, ...MODERN_REGEX] },
  },
  {
    files: ["**/*.{js,mjs,cjs}"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        Buffer: "readonly",
        setTimeout: "readonly",
        clearTimeout: "readonly",
        performance: "readonly",
      },
    },
  },
  {
    files: ["**/*.{js,cjs}"],
    languageOptions: {
      sourceType: "commonjs",
      globals: { module: "writable", require: "readonly", __dirname: "readonly" },
    },
  },
);
