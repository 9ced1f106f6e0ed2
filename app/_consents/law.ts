/** Articles of the People's Mediation Law behind notice and consent. */
export const articles = { rights: "23–24", refusal: 17, routes: 26 } as const;
