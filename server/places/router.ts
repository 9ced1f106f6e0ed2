import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { amendCommittee } from "./amend-committee";
import { amendPoint } from "./amend-point";
import { amendRoom } from "./amend-room";
import { createCommittee } from "./create-committee";
import { createPoint } from "./create-point";
import { createRoom } from "./create-room";
import { createStation } from "./create-station";
import { disablePlace } from "./disable-place";
import { enablePlace } from "./enable-place";
import * as inputs from "./inputs";
import { mergeOffice } from "./merge-office";
import { mergePlace } from "./merge-place";
import { officeWork } from "./office-work";
import { placeTree, placeWork } from "./reads/places";
import { renameCounty } from "./rename-county";
import { renameStation } from "./rename-station";

export const placesRouter = router({
  tree: question("admin.read", nothing, placeTree),
  renameCounty: command("place.change", inputs.renameCountyInput, renameCounty),
  createStation: command("place.change", inputs.createStationInput, createStation),
  renameStation: command("place.change", inputs.renameStationInput, renameStation),
  createCommittee: command("place.change", inputs.createCommitteeInput, createCommittee),
  amendCommittee: command("place.change", inputs.amendCommitteeInput, amendCommittee),
  createPoint: command("place.change", inputs.createPointInput, createPoint),
  amendPoint: command("place.change", inputs.amendPointInput, amendPoint),
  createRoom: command("place.change", inputs.createRoomInput, createRoom),
  amendRoom: command("place.change", inputs.amendRoomInput, amendRoom),
  disable: command("place.change", inputs.disablePlaceInput, disablePlace),
  workAt: question("admin.read", inputs.placeWorkInput, placeWork),
  merge: command("place.merge", inputs.mergePlaceInput, mergePlace),
  officeWork: question("admin.read", inputs.officeWorkInput, officeWork),
  mergeOffice: command("office.merge", inputs.mergeOfficeInput, mergeOffice),
  enable: command("place.change", inputs.enablePlaceInput, enablePlace),
});
