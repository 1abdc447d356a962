/** What the old Ajax library added to the page's globals and office.js still calls. */
interface AjaxGlobals {
  Type?: unknown;
  Sys?: Record<string, unknown>;
  [name: string]: unknown;
}

type Extensible = Record<string, unknown>;

/**
 * Runs in the add-in's pages, before office.js, in place of a library that Microsoft serves from
 * another host: only what office.js touches. Its own text is served, so it uses nothing outside.
 */
function installStandIn(): void {
  const globals = window as unknown as AjaxGlobals;
  const type = Function as unknown as Extensible;
  const errors = Error as unknown as Extensible;
  const nothing = () => null;

  class StringBuilder {
    text: string;
    constructor(text = "") {
      this.text = text;
    }
    append(more: string): this {
      this.text += more;
      return this;
    }
    toString(): string {
      return this.text;
    }
  }

  const registerNamespace = (name: string): unknown =>
    name
      .split(".")
      .reduce<Extensible>((space, part) => (space[part] ??= {}) as Extensible, window as never);

  const named =
    (name: string) =>
    (parameter?: string, message?: string): Error =>
      Object.assign(new Error(message ?? `${name}: ${parameter ?? ""}`), {
        name,
        paramName: parameter,
      });
  const saying = (name: string) => (message?: string) => named(name)("", message);

  globals.Type = Function;
  type["registerNamespace"] ??= registerNamespace;
  type["registerClass"] ??= nothing;
  type["_validateParams"] ??= nothing;
  (Function.prototype as unknown as Extensible)["registerClass"] ??= function (this: unknown) {
    return this;
  };
  globals.Sys ??= {
    StringBuilder,
    Debug: { trace: nothing },
    Browser: { InternetExplorer: {}, agent: null },
    Serialization: {
      JavaScriptSerializer: {
        serialize: (value: unknown) => JSON.stringify(value),
        deserialize: (text: string) => JSON.parse(text) as unknown,
      },
    },
  };
  errors["argument"] ??= named("Sys.ArgumentException");
  errors["argumentNull"] ??= named("Sys.ArgumentNullException");
  errors["argumentOutOfRange"] ??= (parameter?: string, _actual?: unknown, message?: string) =>
    named("Sys.ArgumentOutOfRangeException")(parameter, message);
  errors["argumentType"] ??= (
    parameter?: string,
    _is?: unknown,
    _was?: unknown,
    message?: string,
  ) => named("Sys.ArgumentTypeException")(parameter, message);
  errors["invalidOperation"] ??= saying("Sys.InvalidOperationException");
  errors["notImplemented"] ??= saying("Sys.NotImplementedException");
  errors["parameterCount"] ??= saying("Sys.ParameterCountException");
  errors["create"] ??= (message?: string, info?: object) => Object.assign(new Error(message), info);
  (String as unknown as Extensible)["format"] ??= (pattern: string, ...values: unknown[]) =>
    pattern.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)]));
}

export const AJAX_STAND_IN = `(${installStandIn.toString()})();\n`;
