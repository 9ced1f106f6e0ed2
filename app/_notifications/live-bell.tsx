"use client";
import { useQuery } from "@tanstack/react-query";
import { BellLink } from "@/app/_frame/bell-link";
import { useTRPC } from "@/app/_trpc/client";

/** The bell, updated when the window gets the focus again and every minute while it has it. */
export function LiveBell({ href, initial }: { href: string; initial: number }) {
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.notifications.unread.queryOptions({}),
    initialData: initial,
    refetchInterval: 60_000,
    refetchOnWindowFocus: "always",
  });
  return <BellLink href={href} unread={data} />;
}
