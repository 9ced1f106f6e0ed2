import type { Refused } from "@/app/_trpc/refused";
import type { strangersCaller } from "@/app/_trpc/stranger";
import { fromWallClock } from "@/app/_ui/format/shanghai";
import { mostProposals } from "@/server/invitations/choices";
import type { OwnInvitation } from "@/server/invitations/reads/own";
import { acts, type GuestAct, type Sent } from "./asked";
import { minutesOf } from "./forms";
import type { Done } from "./invitation-page";

type Caller = ReturnType<typeof strangersCaller>["caller"];
const minute = 60_000;
/** The longest "2026-12-01T14:30" may be; browsers may add seconds. */
const wallClock = 16;
const mostParties = 100;

/** Which act a form is for; null for none there is. */
export const actOf = (form: URLSearchParams): GuestAct | null => acts.find((one) => one === form.get("act")) ?? null;

interface Answer {
  act: GuestAct;
  visit: string;
  form: URLSearchParams;
  /** The offered times at the moment, for how long a proposed one lasts. */
  offers: OwnInvitation["offers"];
}

/** Sends what a form says to its procedure, which decides; gives what the next page says of it. Throws every refusal. */
export async function sendAnswer(caller: Caller, { act, visit, form, offers }: Answer): Promise<Done | null> {
  const text = (name: string) => form.get(name) ?? "";
  const given = { visit, key: text("key") };
  const note = text("note");
  // What is not one of the choices is refused by the procedure's own schema.
  const reason = text("reason") as "other";
  switch (act) {
    case "accept": {
      const offer = text("offer");
      if (offer) {
        await caller.links.propose({ ...given, input: { times: [lasting(offer, offers)], note: "" } });
        return "proposed";
      }
      const startsAt = text("startsAt");
      const input = { declaresNoTie: text("noTie") === "yes", startsAt: startsAt ? iso(startsAt) : null };
      await caller.links.accept({ ...given, input });
      return null;
    }
    case "decline":
      await caller.links.decline({ ...given, input: { reason, note } });
      return null;
    case "leave":
      await caller.links.leave({ ...given, input: { sessionId: text("sessionId"), reason, note } });
      return "left";
    case "propose":
      await caller.links.propose({ ...given, input: { times: timesIn(form, offers), note } });
      return "proposed";
    case "delegate": {
      const { isDeputyAsked } = await caller.links.delegate({ ...given, input: { deputyId: text("deputy"), note } });
      return isDeputyAsked ? "deputyAsked" : "deputyNotAsked";
    }
    case "disclose":
      await caller.links.disclose({ ...given, input: { ties: tiesIn(form, note) } });
      return "disclosed";
  }
}

/** An instant as the product writes it; what is none, or of no day, is left to the schema to refuse. */
const iso = (text: string): string =>
  Number.isNaN(Date.parse(text)) || !fromWallClock(`${text.slice(0, 10)}T00:00`) ? text : new Date(text).toISOString();

/** From this instant, as long as a session here lasts. */
function lasting(start: string, offers: OwnInvitation["offers"]) {
  const offered = offers.find((one) => one.startsAt === start);
  if (offered) return { startsAt: iso(offered.startsAt), endsAt: iso(offered.endsAt) };
  const end = new Date(Date.parse(start) + minutesOf(offers) * minute);
  return { startsAt: iso(start), endsAt: Number.isNaN(end.getTime()) ? start : end.toISOString() };
}

/** The moments that were filled in; one that no calendar has is sent as it is, and refused. */
const timesIn = (form: URLSearchParams, offers: OwnInvitation["offers"]) =>
  Array.from({ length: mostProposals }, (_one, place) => form.get(`time${place}`)?.trim() ?? "").flatMap((typed) => {
    if (typed === "") return [];
    const at = fromWallClock(typed.replace(" ", "T").slice(0, wallClock));
    return [at ? lasting(at.toISOString(), offers) : { startsAt: typed, endsAt: typed }];
  });

const tiesIn = (form: URLSearchParams, note: string) =>
  Array.from({ length: mostParties }, (_one, name) => name).flatMap((name) => {
    const kind = form.get(`tie${name}`);
    return kind ? [{ name, kind: kind as "other", note }] : [];
  });

/** Fields without which a procedure takes nothing, by a part of the path that its refusal names. */
const needed = [
  ["reason", "reason"],
  ["times", "times"],
  ["deputyId", "deputy"],
  ["ties", "tie"],
] as const;

/** What was sent, with what its refusal says of it: a field that has to be filled in, or the refusal itself. */
export function sentOf(act: GuestAct, form: URLSearchParams, refused: Refused | null): Sent {
  const { code, fields = [] } = refused?.problem ?? { code: "" };
  if (code === "noTieNeeded") return { act, form, refused: null, missing: "noTie" };
  const field =
    fields.length === 1
      ? needed.find(([path]) => fields[0]?.split(".")[1] === path && fields[0].split(".").length === 2)
      : undefined;
  return field ? { act, form, refused: null, missing: field[1] } : { act, form, refused, missing: null };
}
