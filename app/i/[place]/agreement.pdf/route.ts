import { seeOther } from "@/app/_plain-pages/answer";
import { paperAnswer } from "@/app/api/paper-answer";
import { failed, placeOf } from "../../place";

export const dynamic = "force-dynamic";

/** The copy of a party that signed by link: the sealed file itself; leads to the page where the visit is over. */
export async function GET(request: Request, { params }: { params: Promise<{ place: string }> }): Promise<Response> {
  const place = await placeOf(request, params);
  if (place instanceof Response) return place;
  const { caller, held, path, refuse } = place;
  try {
    const { name, base64 } = await caller.links.sealedPaper({ visit: held.visit ?? "" });
    return paperAnswer({ name, mime: "application/pdf", bytes: Buffer.from(base64, "base64") });
  } catch (error) {
    const refused = refuse(error);
    return refused.problem.code === "linkDead" ? seeOther(path) : failed(place, refused);
  }
}
