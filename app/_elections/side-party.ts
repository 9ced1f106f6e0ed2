/** A party of a dispute as lists of elections name it: by its name, on its side (from 1). */
export interface SideParty {
  id: string;
  side: number;
  name: string;
}
