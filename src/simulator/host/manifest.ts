export type SendMode = "Block" | "SoftBlock" | "PromptUser";

export interface LaunchEvent {
  readonly type: string;
  readonly functionName: string;
  /** SoftBlock where the manifest says nothing; means something for OnMessageSend only. */
  readonly sendMode: SendMode;
}

export type Permissions = "ReadItem" | "ReadWriteItem" | "ReadWriteMailbox";

/** A button of the add-in in the ribbon of a read or compose window. */
export interface Control {
  readonly id: string;
  readonly surface: "compose" | "read";
  readonly label: string;
  readonly tip: string;
  /** Address of its largest icon; empty where the manifest names none. */
  readonly icon: string;
  /** The pane's page; null for a button that runs a function. */
  readonly paneUrl: string | null;
  readonly pinnable: boolean;
}

/** What a manifest.xml means to this host. */
export interface Manifest {
  readonly id: string;
  readonly name: string;
  readonly iconUrl: string;
  readonly permissions: Permissions;
  /** HTML page in which the launch events run. */
  readonly runtimeUrl: string;
  readonly launchEvents: readonly LaunchEvent[];
  readonly controls: readonly Control[];
  /** Images that notifications may name. */
  readonly images: ReadonlyMap<string, string>;
}

export interface ReadManifestOptions {
  /** Takes the place of the origin that the manifest's addresses have; null leaves them. */
  readonly origin: string | null;
  /** BCP 47; picks the labels' overrides. */
  readonly locale: string;
}

const SURFACES = {
  MessageComposeCommandSurface: "compose",
  MessageReadCommandSurface: "read",
} as const;

/** The schema's own attributes (`id`, `resid` …) have no namespace; `xsi:type` is matched by name. */
const typeOf = (element: Element): string =>
  [...element.attributes].find(({ localName }) => localName === "type")?.value ?? "";

const descendants = (element: ParentNode, name: string): Element[] =>
  [...element.querySelectorAll("*")].filter(({ localName }) => localName === name);

const first = (element: ParentNode, name: string): Element | undefined =>
  descendants(element, name)[0];

const textIn = (element: ParentNode, name: string): string =>
  first(element, name)?.textContent.trim() ?? "";

const oneOf = <T extends string>(known: readonly T[], value: string | null, otherwise: T): T =>
  known.find((each) => each === value) ?? otherwise;

const languageOf = (locale: string): string => locale.toLowerCase().split("-")[0] ?? "";

/** The override for the locale, else for its language, else the default. */
function localised(element: Element | undefined, locale: string): string {
  if (!element) return "";
  const overrides = descendants(element, "Override");
  const localeOf = (each: Element) => each.getAttribute("Locale") ?? "";
  const best =
    overrides.find((each) => localeOf(each).toLowerCase() === locale.toLowerCase()) ??
    overrides.find((each) => languageOf(localeOf(each)) === languageOf(locale));
  return best?.getAttribute("Value") ?? element.getAttribute("DefaultValue") ?? "";
}

/** Reads what this host needs; throws on a text that is no manifest with version overrides 1.1. */
export function readManifest(xml: string, options: ReadManifestOptions): Manifest {
  const page = new DOMParser().parseFromString(xml, "application/xml");
  const overrides = descendants(page, "VersionOverrides").find(
    (each) => typeOf(each) === "VersionOverridesV1_1",
  );
  if (!overrides || first(page, "parsererror")) throw new Error("manifest: no version overrides");
  return new ManifestReader(page, overrides, options).read();
}

class ManifestReader {
  readonly #page: Document;
  readonly #overrides: Element;
  readonly #options: ReadManifestOptions;

  constructor(page: Document, overrides: Element, options: ReadManifestOptions) {
    this.#page = page;
    this.#overrides = overrides;
    this.#options = options;
  }

  read(): Manifest {
    const runtime = first(this.#overrides, "Runtime");
    return {
      id: textIn(this.#page, "Id"),
      name: localised(first(this.#page, "DisplayName"), this.#options.locale),
      iconUrl: this.#own(first(this.#page, "IconUrl")?.getAttribute("DefaultValue") ?? ""),
      permissions: oneOf(
        ["ReadItem", "ReadWriteItem", "ReadWriteMailbox"],
        textIn(this.#page, "Permissions"),
        "ReadItem",
      ),
      runtimeUrl: this.#own(this.#resource(runtime)),
      launchEvents: descendants(this.#overrides, "LaunchEvent").map((each) => launchEvent(each)),
      controls: descendants(this.#overrides, "ExtensionPoint").flatMap((each) =>
        this.#controls(each),
      ),
      images: new Map(
        descendants(this.#overrides, "Image")
          .filter((each) => each.hasAttribute("id"))
          .map((each) => [
            each.getAttribute("id") ?? "",
            this.#own(localised(each, this.#options.locale)),
          ]),
      ),
    };
  }

  #controls(point: Element): Control[] {
    const surface = Object.entries(SURFACES).find(([type]) => type === typeOf(point))?.[1];
    if (!surface) return [];
    return descendants(point, "Control").map((each) => this.#control(each, surface));
  }

  #control(element: Element, surface: Control["surface"]): Control {
    const action = first(element, "Action");
    const isPane = action !== undefined && typeOf(action) === "ShowTaskpane";
    const icons = descendants(element, "Image").sort(
      (a, b) => Number(b.getAttribute("size")) - Number(a.getAttribute("size")),
    );
    const tip = first(element, "Supertip");
    return {
      id: element.getAttribute("id") ?? "",
      surface,
      label: this.#resource(first(element, "Label")),
      tip: this.#resource(tip && first(tip, "Description")),
      icon: this.#own(this.#resource(icons[0])),
      paneUrl: isPane ? this.#own(this.#resource(first(action, "SourceLocation"))) : null,
      pinnable: isPane && textIn(action, "SupportsPinning") === "true",
    };
  }

  /** What an element's `resid` stands for. */
  #resource(element: Element | undefined): string {
    const id = element?.getAttribute("resid");
    const resources = first(this.#overrides, "Resources");
    if (!id || !resources) return "";
    const resource = [...resources.querySelectorAll("*")].find(
      (each) => each.getAttribute("id") === id,
    );
    return localised(resource, this.#options.locale);
  }

  /** The same path on the origin that was given. */
  #own(address: string): string {
    if (address === "" || this.#options.origin === null) return address;
    const { pathname, search } = new URL(address);
    return this.#options.origin + pathname + search;
  }
}

const launchEvent = (element: Element): LaunchEvent => ({
  type: element.getAttribute("Type") ?? "",
  functionName: element.getAttribute("FunctionName") ?? "",
  sendMode: oneOf(
    ["Block", "SoftBlock", "PromptUser"],
    element.getAttribute("SendMode"),
    "SoftBlock",
  ),
});
