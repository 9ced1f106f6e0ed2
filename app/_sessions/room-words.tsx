import { useTranslations } from "next-intl";

/** 驻所调解室一（柳湾派出所调解室）; where a session is held elsewhere, the words for the place alone. */
export function useRoomWords() {
  const t = useTranslations("sessions");
  return ({ name, point }: { name: string; point: string }) => (point ? t("room", { room: name, point }) : name);
}
