import {
  IconBuildingBank,
  IconBuildingCommunity,
  IconCrane,
  IconGavel,
  IconHome,
  IconScale,
  IconShield,
  IconTool,
  IconUserPlus,
} from "@tabler/icons-react";

const icons: Record<string, typeof IconHome> = {
  townCadre: IconBuildingCommunity,
  villageCadre: IconHome,
  courtStaff: IconGavel,
  lawyer: IconScale,
  justiceOffice: IconBuildingBank,
  propertyManager: IconTool,
  securityActivist: IconShield,
  enforcementTeam: IconCrane,
};

/** The icon of a force by its code; a county's own force shows the open-seat icon. Always used beside the word. */
export function ForceIcon({ code }: { code: string }) {
  const Icon = icons[code] ?? IconUserPlus;
  return <Icon aria-hidden />;
}
