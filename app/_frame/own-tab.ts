const owner = "tab.owner";

/** What a tab keeps of half-written words belongs to whoever signed in: another person begins with nothing. */
export function beginOwnTab(name: string): void {
  if (sessionStorage.getItem(owner) !== name) sessionStorage.clear();
  sessionStorage.setItem(owner, name);
}

/** Whoever signs out leaves nothing behind. */
export const endOwnTab = (): void => sessionStorage.clear();
