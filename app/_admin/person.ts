import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/api/root";

type Outputs = inferRouterOutputs<AppRouter>;
export type Person = Outputs["people"]["byId"];
/** What a person's form offers to choose from. */
export interface PersonChoices {
  places: Outputs["places"]["tree"];
  experts: Outputs["people"]["expertChoices"];
  forces: Outputs["forces"]["list"];
}
/** A password shown once, after opening an account or resetting its password. */
export interface NewPassword {
  username: string;
  password: string | null;
}
