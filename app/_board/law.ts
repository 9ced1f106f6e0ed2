/** Article of the People's Mediation Law: helpers are asked with the parties' consent. */
export const inviteArticle = 20;
