const { parse } = require("acorn");

/** All that the send bundle asks of tweetnacl: is this signature one of that key? */
const KEPT = ["sign", "sign.detached", "sign.detached.verify"];

/**
 * Takes everything else off the library's one object, so that the minifier can drop what stood
 * behind it (ciphers, key agreement, random numbers): 20 KB of a file that has 300. A library of
 * another shape fails the build.
 */
module.exports = function verifyOnly(source) {
  const [whole] = parse(source, { ecmaVersion: 2016 }).body;
  const body = whole?.expression?.callee?.body?.body ?? [];
  const members = body.map((node) => ({ node, name: memberOf(node) }));
  const missing = KEPT.filter((name) => !members.some((each) => each.name === name));
  if (missing.length > 0) throw new Error(`tweetnacl has no ${missing.join(", ")}`);
  const removed = members.filter(
    ({ node, name }) => isSetUp(node) || (name && !KEPT.includes(name)),
  );
  let code = "";
  let copied = 0;
  for (const { node } of removed) {
    code += source.slice(copied, node.start);
    copied = node.end;
  }
  return code + source.slice(copied);
};

/** "sign.detached" of `nacl.sign.detached = …`; empty for any other statement. */
function memberOf({ type, expression }) {
  if (type !== "ExpressionStatement" || expression.type !== "AssignmentExpression") return "";
  const path = [];
  let node = expression.left;
  for (; node.type === "MemberExpression"; node = node.object) path.unshift(node.property.name);
  return node.name === "nacl" ? path.join(".") : "";
}

/** The function that looks for a source of random numbers when the library loads. */
const isSetUp = ({ type, expression }) =>
  type === "ExpressionStatement" && expression.type === "CallExpression";
