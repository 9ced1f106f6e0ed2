import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import {
  deliveriesInput,
  markReadInput,
  ownNotificationsInput,
  remindInviteesInput,
  retryDeliveryInput,
} from "./inputs";
import { markRead } from "./mark-read";
import { deliveriesOf, deliveryCounts, ownNotifications, unreadCount } from "./queries";
import { remindInvitees } from "./remind-invitees";
import { retryDelivery } from "./retry-delivery";

export const notificationsRouter = router({
  own: question("notification.listOwn", ownNotificationsInput, ownNotifications),
  unread: question("notification.listOwn", nothing, unreadCount),
  markRead: command("notification.markRead", markReadInput, markRead),
  ofDispute: question("delivery.list", deliveriesInput, deliveriesOf),
  counts: question("delivery.count", nothing, deliveryCounts),
  retry: command("delivery.retry", retryDeliveryInput, retryDelivery),
  remind: command("invitation.remind", remindInviteesInput, remindInvitees),
});
