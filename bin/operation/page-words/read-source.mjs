const { parseSync } = await import("oxc-parser");

/**
 * What one source file says about words.
 * @typedef {object} Source
 * @property {boolean} isClient begins a part of the page that the browser draws
 * @property {string[]} imports what it imports, at once or on first use; types left out
 * @property {string[]} words keys it reads, as "ui.cancel"; with ".*" at the end everything below
 */

/**
 * A node of the syntax tree, as far as it is looked at here.
 * @typedef {{ type: string, [part: string]: unknown }} Node
 * @typedef {Map<string, string>} Scope names of translators with what they were made for
 */

/** @param {string} file @param {string} text @returns {Source} */
export function readSource(file, text) {
  const { program, errors } = parseSync(file, text);
  if (errors.length) throw new Error(`${file} cannot be read: ${errors[0]?.message}`);
  /** @type {Set<string>} */
  const imports = new Set();
  /** @type {Set<string>} */
  const words = new Set();
  visit(/** @type {unknown} */ (program), new Map());
  return {
    isClient: /^(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*"use client"/.test(text),
    imports: [...imports],
    words: [...words],
  };

  /** @param {unknown} node @param {Scope} scope */
  function visit(node, scope) {
    if (Array.isArray(node)) for (const one of node) visit(one, scope);
    if (!isNode(node)) return;
    if (node.type.startsWith("TS") && !holdsCode.has(node.type)) return;
    noteImport(node);
    if (isTranslator(node)) return void words.add(`${namespaceOf(node)}.*`);
    if (node.type === "CallExpression") {
      const said = sayingOf(node, scope);
      if (said) {
        for (const key of said) words.add(key);
        return visit(node.arguments, scope);
      }
    }
    // A translator that is handed on may be asked for anything it was made for.
    if (node.type === "Identifier" && scope.has(String(node.name))) words.add(`${scope.get(String(node.name))}.*`);
    const inside = isBlock(node) ? new Map([...scope, ...translatorsIn(node)]) : scope;
    for (const [part, value] of Object.entries(node)) {
      if (isName(node, part) || isOwnTranslator(node, part)) continue;
      visit(value, inside);
    }
  }

  /** @param {Node} node */
  function noteImport(node) {
    const { source } = node;
    if (!isNode(source) || typeof source.value !== "string") return;
    if (node.importKind === "type" || node.exportKind === "type") return;
    const names = Array.isArray(node.specifiers) ? node.specifiers : [];
    if (names.length && names.every((name) => isNode(name) && name.importKind === "type")) return;
    for (const name of names)
      if (isNode(name) && nameOf(name.imported) === "useTranslations" && nameOf(name.local) !== "useTranslations")
        throw new Error(`${file} gives useTranslations another name, so nobody sees which words it reads`);
    imports.add(source.value);
  }
}

/** Syntax of TypeScript that has code in it. */
const holdsCode = new Set(["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression", "TSTypeAssertion"]);

/** @param {unknown} node @returns {node is Node} */
const isNode = (node) => typeof node === "object" && node !== null && "type" in node;

/** @param {unknown} node */
const nameOf = (node) => (isNode(node) ? node.name : undefined);

/** @param {Node} node */
const isBlock = (node) => node.type === "Program" || node.type === "BlockStatement";

/** Names of properties are no variables. @param {Node} node @param {string} part */
const isName = (node, part) =>
  (node.type === "MemberExpression" && part === "property" && !node.computed) ||
  (node.type === "Property" && part === "key" && !node.computed);

/** `const t = useTranslations("ui")` asks for nothing yet. @param {Node} node @param {string} part */
const isOwnTranslator = (node, part) =>
  node.type === "VariableDeclarator" &&
  isNode(node.init) &&
  isTranslator(node.init) &&
  (part === "init" || part === "id");

/** @param {Node} node */
function isTranslator(node) {
  return node.type === "CallExpression" && isNode(node.callee) && node.callee.name === "useTranslations";
}

/** @param {Node} node a call of useTranslations */
function namespaceOf(node) {
  const [wanted] = /** @type {Node[]} */ (node.arguments);
  return wanted ? String(wanted.value) : "";
}

/** The translators that a block makes itself. @param {Node} block @returns {Scope} */
function translatorsIn(block) {
  const made = new Map();
  for (const statement of /** @type {Node[]} */ (block.body)) {
    const inner = isNode(statement.declaration) ? statement.declaration : statement;
    if (inner.type !== "VariableDeclaration") continue;
    for (const { id, init } of /** @type {{ id: Node, init: unknown }[]} */ (inner.declarations))
      if (isNode(init) && isTranslator(init)) made.set(id.name, namespaceOf(init));
  }
  return made;
}

/** The keys that a call of a translator may say; null for any other call. @param {Node} call @param {Scope} scope */
function sayingOf(call, scope) {
  const { callee } = call;
  const [first] = /** @type {Node[]} */ (call.arguments);
  if (!isNode(callee) || !first) return null;
  const object = callee.type === "MemberExpression" ? callee.object : callee;
  if (!isNode(object)) return null;
  const namespace =
    object.type === "Identifier"
      ? scope.get(String(object.name))
      : isTranslator(object)
        ? namespaceOf(object)
        : undefined;
  if (namespace === undefined) return null;
  return keysOf(first).map((key) => [namespace, key].filter(Boolean).join("."));
}

/** @param {unknown} node the first argument @returns {string[]} */
function keysOf(node) {
  if (!isNode(node)) return ["*"];
  if (node.type === "Literal") return [String(node.value)];
  if (node.type === "ConditionalExpression") return [...keysOf(node.consequent), ...keysOf(node.alternate)];
  if (node.type === "LogicalExpression") return [...keysOf(node.left), ...keysOf(node.right)];
  if (holdsCode.has(node.type)) return keysOf(node.expression);
  if (node.type !== "TemplateLiteral") return ["*"];
  const quasis = /** @type {{ value: { cooked: string } }[]} */ (node.quasis);
  const start = quasis[0]?.value.cooked ?? "";
  return quasis.length === 1 ? [start] : [`${start}*`];
}
