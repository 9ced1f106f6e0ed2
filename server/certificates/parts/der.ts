import forge from "node-forge";

const { asn1 } = forge;
export type Node = forge.asn1.Asn1;

const binary = (bytes: Buffer): string => bytes.toString("binary");
const universal = (type: forge.asn1.Type, constructed: boolean, value: string | Node[]): Node =>
  asn1.create(asn1.Class.UNIVERSAL, type, constructed, value);

export const sequence = (...of: Node[]): Node => universal(asn1.Type.SEQUENCE, true, of);
export const octets = (bytes: Buffer): Node => universal(asn1.Type.OCTETSTRING, false, binary(bytes));
export const nothing = (): Node => universal(asn1.Type.NULL, false, "");
export const whole = (value: number): Node => universal(asn1.Type.INTEGER, false, String.fromCharCode(value));
export const identifier = (oid: string): Node => universal(asn1.Type.OID, false, asn1.oidToDer(oid).getBytes());
/** Tagged [n]: with one value inside, or in the place of a SET's own tag. */
export const tagged = (n: number, of: Node[]): Node => asn1.create(asn1.Class.CONTEXT_SPECIFIC, n, true, of);

/** A SET as DER wants it: its members in the order of their bytes. */
export const set = (...of: Node[]): Node => universal(asn1.Type.SET, true, inOrder(of));

export const inOrder = (of: readonly Node[]): Node[] =>
  of
    .map((node) => ({ node, bytes: encoded(node) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ node }) => node);

export const encoded = (node: Node): Buffer => Buffer.from(asn1.toDer(node).getBytes(), "binary");

/** Reads one value; null for bytes that are none, or more than one. */
export function decoded(bytes: Buffer): Node | null {
  try {
    return asn1.fromDer(forge.util.createBuffer(binary(bytes)), true);
  } catch {
    return null;
  }
}

/** What stands inside a value: its members, or nothing where it has none. */
export const inside = (node: Node | undefined): Node[] => (node && Array.isArray(node.value) ? node.value : []);
/** The bytes of a value without members. */
export const bytesOf = (node: Node | undefined): Buffer =>
  Buffer.from(node && typeof node.value === "string" ? node.value : "", "binary");
