// Written by `npm run docs`: the most characters that an input of the module takes in each of its texts.

export const createCommitteeLimits = { name: 60, nameEn: 80, dossierWord: 8 } as const;
export const createPointLimits = { name: 60, nameEn: 80, address: 120, phone: 30 } as const;
export const createRoomLimits = { name: 60, nameEn: 80 } as const;
export const createStationLimits = { name: 60, nameEn: 80, code: 4 } as const;
export const disablePlaceLimits = { reason: 200 } as const;
export const mergeOfficeLimits = { reason: 200 } as const;
export const mergePlaceLimits = { reason: 200 } as const;
export const renameCountyLimits = { name: 60, nameEn: 80, nameSeen: 60, nameEnSeen: 80 } as const;
