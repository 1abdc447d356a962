/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  transform: {
    "^.+\\.(ts|tsx|js|mjs)$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
        },
      },
    ],
  },
  // Published as ES modules only.
  transformIgnorePatterns: [
    "/node_modules/(?!(@stablelib|@sparticuz|postal-mime|typebox|@fastify/type-provider-typebox|jose|oidc-provider)/)",
  ],
  testTimeout: 30000,
  // Many tests wait for a browser or a database: jest's own choice would leave half the machine idle.
  maxWorkers: "100%",
};
