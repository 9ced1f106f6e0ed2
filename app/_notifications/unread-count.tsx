"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPC } from "@/app/_trpc/client";

interface UnreadCountProps {
  initial: number;
  onCount: (unread: number) => void;
}

/** Tells how many notifications are unread when the window gets the focus again and every minute while it has it. */
export function UnreadCount({ initial, onCount }: UnreadCountProps) {
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.notifications.unread.queryOptions({}),
    initialData: initial,
    refetchInterval: 60_000,
    refetchOnWindowFocus: "always",
  });
  useEffect(() => onCount(data), [data, onCount]);
  return null;
}
