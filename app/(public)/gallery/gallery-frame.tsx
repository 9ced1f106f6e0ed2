import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { BellLink } from "@/app/_frame/bell-link";
import { OfficeFrame } from "@/app/_frame/office-frame";

/** The invented mediator of the pictures. */
export function GalleryFrame({ children, isFlush }: { children: ReactNode; isFlush?: boolean }) {
  const isEnglish = useLocale() === "en";
  return (
    <OfficeFrame
      actor={{
        name: isEnglish ? "Shen Jing" : "沈静",
        role: "mediator",
        roleWord: isEnglish ? "Resident mediator" : "驻所调解员",
        unit: isEnglish ? "Liuwan" : "柳湾派出所",
      }}
      counts={{ today: 3 }}
      bell={<BellLink href="/notices" unread={2} />}
      isFlush={isFlush}
    >
      {children}
    </OfficeFrame>
  );
}

/** The gallery alone may hold sentences in code: its people are invented and it never ships. */
export function usePair() {
  const isEnglish = useLocale() === "en";
  return (zh: string, en: string) => (isEnglish ? en : zh);
}
