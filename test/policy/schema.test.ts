import { readFileSync } from "node:fs";
import path from "node:path";
import type { Policy } from "../../src/core/policy";
import { strictPolicy } from "../../src/policy/default";
import { parsePolicy, policyShape } from "../../src/policy/schema";
import { asciiDomain } from "../../src/text/domain";

const copy = (change: (policy: Record<string, never>) => void): unknown => {
  const policy = JSON.parse(JSON.stringify(strictPolicy)) as Record<string, never>;
  change(policy);
  return policy;
};
const set = (where: string, value: unknown): unknown =>
  copy((policy) => {
    const names = where.split("/").slice(1);
    const last = names.pop() as string;
    const target = names.reduce<Record<string, unknown>>(
      (each, name) => each[name] as never,
      policy,
    );
    target[last] = value;
  });

test("the built-in policy is a policy, and comes out as it went in", () => {
  expect(parsePolicy(JSON.parse(JSON.stringify(strictPolicy)))).toEqual({ policy: strictPolicy });
  expect(new Set(strictPolicy.consumerDomains).size).toBe(strictPolicy.consumerDomains.length);
  for (const domain of strictPolicy.consumerDomains) expect(asciiDomain(domain)).toBe(domain);
});

test.each<[json: unknown, path: string, code: string]>([
  [null, "", "policy/type"],
  [[], "", "policy/type"],
  ["{}", "", "policy/type"],
  [{}, "/version", "policy/missing-field"],
  [set("/version", 2), "/version", "policy/choice"],
  [set("/version", "1"), "/version", "policy/choice"],
  [set("/serial", -1), "/serial", "policy/range"],
  [set("/serial", 1.5), "/serial", "policy/type"],
  [set("/serial", "1"), "/serial", "policy/type"],
  [set("/individual", "none"), "/individual", "policy/choice"],
  [set("/individual", undefined), "/individual", "policy/choice"],
  [set("/insideDomains", "example.com"), "/insideDomains", "policy/type"],
  [set("/insideDomains", ["a.jp", 3]), "/insideDomains/1", "policy/type"],
  [set("/insideDomains", ["a.jp", "b jp"]), "/insideDomains/1", "policy/domain"],
  [set("/consumerDomains", ["exаmple.com"]), "/consumerDomains/0", "policy/domain"],
  [set("/consumerDomains", new Array(5001).fill("a.jp")), "/consumerDomains", "policy/range"],
  [set("/visible", null), "/visible", "policy/type"],
  [set("/visible/consumerBlock", 0), "/visible/consumerBlock", "policy/range"],
  [set("/visible/consumerBlock", NaN), "/visible/consumerBlock", "policy/type"],
  [set("/visible/consumerBlock", Infinity), "/visible/consumerBlock", "policy/range"],
  [set("/visible/consumerBlock", 1), "/visible/consumerBlock", "policy/order"],
  [set("/visible/consumerblock", 3), "/visible/consumerblock", "policy/unknown-field"],
  [set("/others/twoManagers", 99), "/others/twoManagers", "policy/order"],
])("%#", (json, where, code) => {
  expect(parsePolicy(json)).toEqual({ error: { path: where, code } });
});

test.each(["__proto__", "constructor", "prototype", "toString", "a/b~c"])("a field %s", (name) => {
  const text = JSON.stringify(strictPolicy).replace("{", `{${JSON.stringify(name)}:{"x":1},`);
  const escaped = name.replace("~", "~0").replace("/", "~1");
  expect(parsePolicy(JSON.parse(text))).toEqual({
    error: { path: `/${escaped}`, code: "policy/unknown-field" },
  });
  expect(({} as { x?: number }).x).toBeUndefined();
});

test("a field may not be inherited", () => {
  const json: unknown = Object.create(strictPolicy);
  expect(parsePolicy(json)).toEqual({ error: { path: "/version", code: "policy/missing-field" } });
});

test("domains come out as they stand in DNS", () => {
  const parsed = parsePolicy(set("/insideDomains", ["Example.CO.jp.", "例え.jp"])) as {
    policy: Policy;
  };
  expect(parsed.policy.insideDomains).toEqual(["example.co.jp", "xn--r8jz45g.jp"]);
});

test("docs/policy.schema.json says the same", () => {
  const file = path.join(__dirname, "../../docs/policy.schema.json");
  const written = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  const { $schema, title, description, ...schema } = written;
  expect($schema).toBe("https://json-schema.org/draft/2020-12/schema");
  expect(title).toEqual(expect.any(String));
  expect(description).toEqual(expect.any(String));
  expect(withoutDescriptions(schema)).toEqual(JSON.parse(JSON.stringify(policyShape.schema)));
});

function withoutDescriptions(schema: unknown): unknown {
  return JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      key === "description" && typeof value === "string" ? undefined : value,
    ),
  );
}
