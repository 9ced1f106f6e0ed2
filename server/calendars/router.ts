import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { feedIdInput, makeOwnFeedInput, makeRoomFeedInput, moveCheckInput } from "./inputs";
import { makeOwnFeed, makeRoomFeed } from "./make-feed";
import { moveCheck } from "./reads/move-check";
import { ownFeeds } from "./reads/own-feeds";
import { revokeFeed } from "./revoke-feed";

export const calendarsRouter = router({
  moveCheck: question("session.calendar", moveCheckInput, moveCheck),
  ownFeeds: question("feed.listOwn", nothing, ownFeeds),
  makeOwnFeed: command("feed.makeOwn", makeOwnFeedInput, makeOwnFeed),
  makeRoomFeed: command("feed.makeRoom", makeRoomFeedInput, makeRoomFeed),
  revokeFeed: command("feed.revoke", feedIdInput, revokeFeed),
});
