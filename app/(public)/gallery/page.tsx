/**
 * The kit on one page, for looking at it; absent in production. What to take when:
 *
 * Frames      OfficeFrame desk staff · PhoneFrame experts and grid members · PlainFrame one sheet on the desk
 * Layout      PageHead title line · Columns list/detail/form/document/task/cockpit/admin · Stack, Line · Sheet + SectionHead
 *             SidePanel the chosen thing · FootBar form, task and document pages · Dialog only irreversible or needs a reason
 * Press       Button go (one per view) outline text stop · ButtonLink · RowAction end of a row · MoreMenu ⋯ · Kbd
 * Say         Tag one fact · Risk shape+word+owner · Clock pie+words · SideStamp 甲乙 · LaneChip, LaneBand, LaneCard · Avatar
 *             StageMini lists · StageArrows pages · NextStepBar · Facts, Sides facts on one line · MaskedText phones and numbers
 * 1+8+N       Glyph rows (27) and invitation card (48, mine) · Board + SeatCard + LeadSeat · PointRow, PointCard, PlusSeat · Mark
 * Lists       FilterPills · Tabs · WalkableList > ListGroup > ListRow (J K ↵ O) · DataTable facts in columns · Timeline, Change · FileRow
 * Figures     FigureStrip > Figure · Bar in tables · RiskBar stacked by risk · HeatGrid place × month
 * Calendar    Agenda one day in a side sheet · CalendarBlock held, confirmed, busy, away
 * Paper       Paper > Clause what will be signed or served · FactList labelled facts · MatchCard perhaps the same matter
 * Case        CaseHead > CaseTitle + CaseLine · Party · SuggestCard · FormSection > FormRow
 * States      Empty · Skeleton · ErrorNote failure in place · ProblemNote a server's problem · Strip offline, news, legal limit · showToast
 * Fields      TextField TextArea PasswordField SelectField (short, native) PickField (long, searchable) SegmentField (2–4 answers)
 *             PillField (5–20) CheckField DateTimeField PhoneField MoneyField
 * Formats     useFormat() in components, formatFor(await getLocale()) in async pages · rmbInWords · fromWallClock, toWallClock
 */
import { notFound } from "next/navigation";
import { GalleryBoard } from "./gallery-board";
import { GalleryCharts } from "./gallery-charts";
import { GalleryFields } from "./gallery-fields";
import { GalleryList } from "./gallery-list";
import { GalleryParts } from "./gallery-parts";
import { GalleryPhone } from "./gallery-phone";

const views = {
  list: GalleryList,
  board: GalleryBoard,
  fields: GalleryFields,
  parts: GalleryParts,
  charts: GalleryCharts,
  phone: GalleryPhone,
};

export default async function GalleryPage({ searchParams }: { searchParams: Promise<{ view?: string }> }) {
  if (process.env.NODE_ENV === "production") notFound();
  const { view } = await searchParams;
  const View = views[view as keyof typeof views] ?? GalleryParts;
  return <View />;
}
