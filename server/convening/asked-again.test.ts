import { beforeAll, expect, it } from "vitest";
import { joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { bookable, convening, inDays, invitee, stateOf } from "../testing/sessions";
import { conveneSession } from "./convene-session";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

it("one who accepted meanwhile is seated instead of being asked again", async () => {
  const dispute = await bookable(county);
  await joined(county, dispute, "lawyer");
  const sent = await conveneSession(
    county.as("mediator"),
    await convening(county, dispute, {
      startsAt: inDays(7),
      invitees: [invitee(county, "lawyer")],
      needs: [{ forceCode: "lawyer", seats: 1, isRequired: true }],
    }),
  );
  // No answer is open any more, so the session is confirmed; if it stayed held, it would expire.
  expect(sent).toMatchObject({ heldUntil: null, invited: 0 });
  expect(await stateOf(county, sent.sessionId)).toMatchObject({ heldUntil: null, held: 0 });
});
