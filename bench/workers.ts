import type postgres from "postgres";
import { demoPassword } from "@/server/demo/password";
import type { Browser } from "./client";
import type { Worker } from "./works";

interface Row {
  countyId: string;
  personId: string;
  role: Worker["role"];
  username: string;
  stationId: string;
  committeeId: string;
  rooms: string[];
  disputes: Worker["disputes"];
}

/** Mediators and heads of the busiest stations of the first counties, each signed in. */
export async function workersIn(owner: postgres.Sql, browser: () => Browser): Promise<Worker[]> {
  const rows = await owner<Row[]>`
    select p.county_id as "countyId", p.id as "personId", p.role, a.username, p.station_id as "stationId",
      (select m.committee_id from people m where m.county_id = p.county_id and m.station_id = p.station_id and m.role = 'mediator' limit 1) as "committeeId",
      array(select r.id from rooms r join contact_points c on c.county_id = r.county_id and c.id = r.point_id
        where c.county_id = p.county_id and c.station_id = p.station_id order by r.name) as rooms,
      (select coalesce(json_agg(x), '[]') from (select pr.dispute_id as id, pr.id as "proceedingId",
          (select json_agg(y.id order by y.position) from parties y where y.county_id = pr.county_id and y.dispute_id = pr.dispute_id) as "partyIds"
        from proceedings pr where pr.county_id = p.county_id and pr.lead_person_id = p.id and pr.track = 'peoples'
          and pr.status in ('convening', 'scheduled', 'accepted', 'mediating')
          and exists (select from consents c where c.county_id = pr.county_id and c.proceeding_id = pr.id)
        order by pr.accepted_at desc limit 20) x) as disputes
    from people p join accounts a on a.county_id = p.county_id and a.person_id = p.id
    where a.username ~ '^g[1-4][.]s1[.](mediator[1-4]|head)$' order by a.username limit 20`;
  const able = rows.filter((row) => row.role === "stationHead" || row.disputes.length > 0);
  return Promise.all(
    able.map(async ({ username, ...row }) => {
      const own = browser();
      await own.signIn(username, demoPassword);
      return { ...row, browser: own };
    }),
  );
}
