const shape = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[\w-]{24}(?![\w-])/;

/** The door's code inside whatever was scanned or pasted: the bare code, or an address with it behind "#". Null when there is none. */
export const doorCodeIn = (text: string): string | null => shape.exec(text)?.[0] ?? null;
