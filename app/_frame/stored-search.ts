const keyOf = (token: string) => `search ${token}`;

/** Stores the search words in this window only and returns the token that replaces them in the address. */
export function keepSearch(words: string): string {
  const token = Date.now().toString(36);
  sessionStorage.setItem(keyOf(token), words);
  return token;
}

/** The search words of a token; empty in another window. */
export const searchOf = (token: string): string => sessionStorage.getItem(keyOf(token)) ?? "";
