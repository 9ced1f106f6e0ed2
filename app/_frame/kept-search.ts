const keyOf = (token: string) => `search ${token}`;

/** Keeps what is searched for in this window only and gives the token that stands for it in the address. */
export function keepSearch(words: string): string {
  const token = Date.now().toString(36);
  sessionStorage.setItem(keyOf(token), words);
  return token;
}

/** What a token stands for; empty in another window. */
export const searchOf = (token: string): string => sessionStorage.getItem(keyOf(token)) ?? "";
