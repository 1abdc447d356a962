import { execFileSync } from "node:child_process";
import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync } from "node:fs";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { chromium } from "playwright-core";
import type { Browser, LaunchOptions } from "playwright-core";

const root = path.dirname(__dirname);
const cache = path.join(root, ".cache");
const packed = path.join(root, "node_modules/@sparticuz/chromium/bin");
const fonts = path.join(root, "node_modules/@expo-google-fonts/biz-udpgothic");

/** No browser to test in: install one of those that `message` names. */
export class BrowserMissing extends Error {
  override readonly name = "BrowserMissing";
}

const ARGS = ["--no-sandbox", "--no-zygote", "--disable-gpu", "--font-render-hinting=none"];

/** Linux on x64 brings its browser along in a package; elsewhere Edge or Chrome is asked for. */
export const launchBrowser = (): Promise<Browser> =>
  process.platform === "linux" && process.arch === "x64" ? launchPacked() : launchInstalled();

async function launchInstalled(): Promise<Browser> {
  for (const channel of ["msedge", "chrome"]) {
    try {
      return await chromium.launch({ channel, headless: true });
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  throw new BrowserMissing("The browser tests need Microsoft Edge or Google Chrome installed.");
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && /is not found at|not supported on/i.test(error.message);

async function launchPacked(): Promise<Browser> {
  const folder = await unpackOnce("chromium", async (target) => {
    const file = path.join(target, "chromium");
    await decompress("chromium.br", file, 0o700);
  });
  const env = { ...ownEnvironment(), FONTCONFIG_FILE: fontConfiguration() };
  const options: LaunchOptions = {
    executablePath: path.join(folder, "chromium"),
    args: ARGS,
    headless: true,
    env,
  };
  try {
    return await chromium.launch(options);
  } catch (error) {
    if (!isWithoutLibraries(error)) throw error;
    const libraries = path.join(await unpackLibraries(), "lib");
    return chromium.launch({ ...options, env: { ...env, LD_LIBRARY_PATH: libraries } });
  }
}

const isWithoutLibraries = (error: unknown): boolean =>
  error instanceof Error && error.message.includes("error while loading shared libraries");

const ownEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value]],
    ),
  );

/** Security libraries that bare systems lack; the package has them for one. */
const unpackLibraries = (): Promise<string> =>
  unpackOnce("libraries", async (target) => {
    const archive = path.join(target, "libraries.tar");
    await decompress("al2023.tar.br", archive, 0o600);
    execFileSync("tar", ["-xf", archive, "-C", target]);
  });

/** Workers may start at once: each unpacks aside, the first to be ready gives its folder. */
async function unpackOnce(name: string, unpack: (target: string) => Promise<void>) {
  const folder = path.join(cache, name);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const aside = mkdtempSync(path.join(cache, `${name}-`));
  await unpack(aside);
  try {
    renameSync(aside, folder);
  } catch {
    rmSync(aside, { recursive: true, force: true });
  }
  return folder;
}

const decompress = (file: string, target: string, mode: number): Promise<void> =>
  pipeline(
    createReadStream(path.join(packed, file)),
    createBrotliDecompress({ chunkSize: 1 << 20 }),
    createWriteStream(target, { mode }),
  );

/** One Japanese font for every name, so that pages look the same on every machine. */
function fontConfiguration(): string {
  const file = path.join(cache, "fonts.conf");
  mkdirSync(cache, { recursive: true });
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <cachedir>${path.join(cache, "fontconfig")}</cachedir>
  <match target="pattern">
    <edit name="family" mode="append_last"><string>BIZ UDPGothic</string></edit>
  </match>
</fontconfig>
`,
  );
  return file;
}
