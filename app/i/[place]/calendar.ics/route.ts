import { seeOther } from "@/app/_plain-pages/answer";
import { failed, placeOf } from "../../place";

export const dynamic = "force-dynamic";

/** The sessions of whoever has accepted, for their own calendar; leads to the page where the visit is over. */
export async function GET(request: Request, { params }: { params: Promise<{ place: string }> }): Promise<Response> {
  const place = await placeOf(request, params);
  if (place instanceof Response) return place;
  const { caller, held, words, path, refuse } = place;
  try {
    const { text } = await caller.links.calendar({ visit: held.visit ?? "", locale: words.locale });
    return new Response(text, {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'attachment; filename="session.ics"',
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    const refused = refuse(error);
    return refused.problem.code === "linkDead" ? seeOther(path) : failed(place, refused);
  }
}
