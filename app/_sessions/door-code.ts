const shape = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[\w-]{24}(?![\w-])/;

/** The check-in code in scanned or pasted text: the bare code, or an address with it after "#". Null when there is none. */
export const doorCodeIn = (text: string): string | null => shape.exec(text)?.[0] ?? null;
