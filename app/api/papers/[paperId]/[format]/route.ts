import { readPaper } from "@/server/papers/read-paper";
import { drawnPaper } from "../../../drawn-paper";

/** An official paper, for whoever asked for it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ paperId: string; format: string }> },
): Promise<Response> {
  const { paperId, format } = await params;
  return drawnPaper(request, { id: paperId, format }, { action: "paper.read", read: readPaper });
}
