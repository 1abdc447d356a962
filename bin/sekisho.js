#!/usr/bin/env node
"use strict";
const { existsSync } = require("node:fs");
const path = require("node:path");

const program = path.join(__dirname, "../dist/cli.js");
if (!existsSync(program)) {
  process.stderr.write("sekisho: run npm run build\n");
  process.exit(64);
}
require(program);
