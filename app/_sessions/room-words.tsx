import { useTranslations } from "next-intl";

/** 驻所调解室一（柳湾派出所调解室） */
export function useRoomWords() {
  const t = useTranslations("sessions");
  return ({ name, point }: { name: string; point: string }) => t("room", { room: name, point });
}
