import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";

/**
 * Loads the real client library (office.js and its part for classic Outlook) into a context of its
 * own, over a native object that a test gives. The few window members that it touches are stand-ins.
 */
const BASE = "https://sekisho.example.com/office-js/";
const DIST = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
const SHIM = path.join(__dirname, "ajax-double.js");

interface Script {
  src?: string;
  onload?: () => void;
  onerror?: (error: unknown) => void;
}

const element = () => ({ setAttribute: () => undefined, getAttribute: () => null, style: {} });

function storageDouble() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    key: () => null,
    length: 0,
  };
}

function documentDouble(head: object, scripts: readonly Script[]) {
  const tags = () => Object.assign([...scripts], { item: (index: number) => scripts[index] });
  return {
    head,
    body: element(),
    domain: "sekisho.example.com",
    cookie: "",
    URL: `${BASE}page.html`,
    createElement: element,
    getElementsByTagName: (tag: string) => (tag === "head" ? [head] : tags()),
    querySelectorAll: () => [],
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    hasFocus: () => true,
  };
}

export async function loadRealOffice(external: object): Promise<typeof Office> {
  const scripts: Script[] = [{ src: `${BASE}office.js` }];
  const run = (src: string): void => {
    const file = path.join(DIST, src.slice(BASE.length));
    vm.runInContext(readFileSync(file, "utf8"), context, { filename: file });
  };
  const head = {
    appendChild(script: Script) {
      scripts.push(script);
      setTimeout(() => {
        try {
          run(script.src ?? "");
          script.onload?.();
        } catch (error) {
          script.onerror?.(error);
        }
      }, 0);
    },
  };
  Object.assign(scripts[0]!, { getAttribute: () => null });
  const window: Record<string, unknown> = {
    external,
    document: documentDouble(head, scripts),
    location: new URL(`${BASE}page.html`),
    navigator: { userAgent: "" },
    sessionStorage: storageDouble(),
    localStorage: storageDouble(),
    history: {},
    name: "",
    ...{ console, performance, clearTimeout, clearInterval },
    setTimeout: (run: () => void, milliseconds: number) => setTimeout(run, milliseconds).unref(),
    setInterval: (run: () => void, milliseconds: number) => setInterval(run, milliseconds).unref(),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    open: () => null,
  };
  for (const own of ["window", "self", "top", "parent"]) window[own] = window;
  const context = vm.createContext(window);
  vm.runInContext(readFileSync(SHIM, "utf8"), context);
  run(`${BASE}office.js`);
  const office = window.Office as typeof Office;
  await office.onReady();
  return office;
}
