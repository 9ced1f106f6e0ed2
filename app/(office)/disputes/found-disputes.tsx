"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { searchOf } from "@/app/_frame/stored-search";
import { useTRPC } from "@/app/_trpc/client";
import { Skeleton } from "@/app/_ui/feedback/skeleton";
import { Sheet } from "@/app/_ui/layout/sheet";
import { DisputeRows } from "./dispute-rows";
import { ListHead } from "./list-head";
import { type ListInput, noFilters } from "./list-input";

/** What the search field found, among everything this person may see. The words stay out of the address. */
export function FoundDisputes({ token, mayExport }: { token: string; mayExport: boolean }) {
  const trpc = useTRPC();
  const [q, setQ] = useState<string | null>(null);
  useEffect(() => setQ(searchOf(token)), [token]);
  const input: ListInput = { ...noFilters, scope: "all", q: q ?? "" };
  const found = useQuery({ ...trpc.disputes.list.queryOptions(input), enabled: q !== null });
  if (!found.data) return <Skeleton />;
  return (
    <>
      <ListHead input={input} total={found.data.total} mayExport={mayExport} />
      <Sheet flush>
        <DisputeRows input={input} first={found.data} now={new Date().toISOString()} />
      </Sheet>
    </>
  );
}
