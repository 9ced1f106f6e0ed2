import { ConsentPanel } from "@/app/_consents/consent-panel";
import { disputeOf } from "@/app/_disputes/dispute";
import { PartyList } from "@/app/_disputes/parties/party-list";
import { ElectionsPanel } from "@/app/_elections/elections-panel";
import { withWords } from "@/app/_i18n/client-words";
import { JustRegistered } from "@/app/_slips/just-registered";

interface PartiesPageProps {
  params: Promise<{ disputeId: string }>;
  /** Set by registering, which leads here. */
  searchParams: Promise<{ registered?: string }>;
}

/** 当事人: everyone on every side with those who come for them; below, who was told and who agrees. */
async function PartiesPage({ params, searchParams }: PartiesPageProps) {
  const { registered } = await searchParams;
  const dispute = await disputeOf((await params).disputeId);
  return (
    <>
      <PartyList dispute={dispute} />
      <ElectionsPanel dispute={dispute} />
      {registered ? <JustRegistered dispute={dispute} /> : null}
      <ConsentPanel disputeId={dispute.id} />
    </>
  );
}

export default withWords("(office)/disputes/[disputeId]/parties/page", PartiesPage);
