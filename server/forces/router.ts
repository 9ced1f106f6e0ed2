import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { amendForce } from "./amend-force";
import { createForce } from "./create-force";
import { disableForce } from "./disable-force";
import { enableForce } from "./enable-force";
import * as inputs from "./inputs";
import { orderForces } from "./order-forces";
import { forceList } from "./queries";

export const forcesRouter = router({
  list: question("admin.read", nothing, forceList),
  create: command("force.change", inputs.createForceInput, createForce),
  amend: command("force.change", inputs.amendForceInput, amendForce),
  order: command("force.change", inputs.orderForcesInput, orderForces),
  disable: command("force.change", inputs.disableForceInput, disableForce),
  enable: command("force.change", inputs.forceCodeInput, enableForce),
});
