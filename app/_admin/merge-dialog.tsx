"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { showToast } from "@/app/_ui/feedback/toasts";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { mergePlaceLimits } from "@/app/_ui/limits/places";
import { MergedWork } from "./merged-work";
import { SuccessorField } from "./successor-field";

interface MergeDialogProps {
  kind: "point" | "room";
  id: string;
  /** The point itself, or that of the room. */
  pointId: string;
  name: string;
  onClose: () => void;
}

/** The value of "a room like it at the successor" among the rooms. */
const alike = "alike";

/** Closes a point or room whose work another one takes: what will go is listed before, and each booked room gets another. */
export function MergeDialog({ kind, id, pointId, name, onClose }: MergeDialogProps) {
  const t = useTranslations("admin.place");
  const trpc = useTRPC();
  const f = useFormat();
  const { data: work } = useQuery(trpc.places.workAt.queryOptions({ pointId, roomId: kind === "room" ? id : null }));
  const [successorId, choose] = useState("");
  const [ways, setWays] = useState<Record<string, string>>({});
  const [reason, setReason] = useState("");
  const act = useAct(trpc.places.merge.mutationOptions(), {
    onDone: () => {
      onClose();
      showToast({ message: t("merged", { name }) });
    },
  });
  const booked = kind === "point" ? (work?.rooms ?? []) : [];
  const options = (list: readonly { id: string; name: string }[] = []) =>
    list.map((one) => ({ value: one.id, label: one.name }));
  const to = (roomId: string) => ways[roomId] ?? alike;
  return (
    <ActDialog
      title={t("mergeQuestion", { name })}
      verb={t("mergeVerb")}
      tone="stop"
      act={act}
      gap={12}
      refusal="last"
      isReady={successorId === "" || work !== undefined}
      needs={[
        [t("successor"), successorId !== ""],
        [t("mergeReason"), reason.trim().length >= 2],
      ]}
      onGo={() =>
        act.run({
          ...{ kind, id, successorId, reason },
          rooms: booked.map((room) => ({ roomId: room.id, toRoomId: to(room.id) === alike ? null : to(room.id) })),
        })
      }
      onClose={onClose}
    >
      <p>{t(kind === "point" ? "mergePoint" : "mergeRoom")}</p>
      {work ? <MergedWork work={work} /> : null}
      <SuccessorField successors={work?.successors} none={t("noSuccessor")} value={successorId} onChoose={choose} />
      {booked.map((room) => (
        <SelectField
          key={room.id}
          label={t("bookingsTo", { name: room.name, count: room.bookings, first: f.dateTime(room.first) })}
          options={[{ value: alike, label: t("roomAlike") }, ...options(work?.otherRooms)]}
          value={to(room.id)}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setWays((before) => ({ ...before, [room.id]: value }));
          }}
        />
      ))}
      <TextArea
        label={t("mergeReason")}
        minRows={2}
        maxLength={mergePlaceLimits.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
