import { pageSum } from "../../files/parts/ogg-pages";

// Recorded by a browser (MediaRecorder, one second of a tone): sizes are unknown in the WebM, the MP4 is in fragments.
const recordedWebm = [
  "GkXfo59ChoEBQveBAULygQRC84EIQoKEd2VibUKHgQRChYECGFOAZwH/////////FUmpZpkq17GDD0JATYCGQ2hyb21lV0GGQ2hyb21lFlSu",
  "a7+uvdeBAXPFh2Ts0cEMs5eDgQKGhkFfT1BVU2Oik09wdXNIZWFkAQIAAIC7AAAAAADhjbWERzuAAJ+BAmJkgSAfQ7Z1Af/////////ngQCj",
  "xoEAAIAY4VxvS41kZe/i80kk7EWtzkMiXoeaIrsa9AuE/73XkzPnx8CmXU5RkPMiM5hYWNWMjRtHqfM6Y++2XyDlkijbzXCjv4EAPYAY7PWv",
  "AozKZFolO3TTUD5UJZrqCs/TpGFhdbSP0NnhovcGtf+FyF/f7nasI0jwO0bUBfpuxIbWCD2eQKO3gQB5gBjtSM3Fp8GYwEPhDzNJ1LDSfBZ7",
  "iwJUg6xODh/DSZ3ZpFmI9wL7kQI6eNGjWEzzoLexCKO4gQC0gBjs9a8CpiapQ5ATXFxf13cEF66mD5i23AvxoGAAX6SlwUko2dvhB/KYsUdn",
  "wxK9ggkTMteju4EA74AY7PWvAqbMFb1ISsyYb0M4iSgpVM7CMTIOUA2fI/EV6O4NMKGtrJsTN7bIRCyMS2zGLbHF7l7AH0O2dQH/////////",
  "54IBLqO3gQAAgBjs9a8CpQrYPB1XSr/hQHYfAeCyoFu72Bs4Ivf+Y6rVc1W/tReW4zfgYh/HpG7/J2rdoKO6gQA7gBjs9a8CjMpkWiU7TzGx",
  "L01DQp2TFGaFrPLhX9Jzkmg/CNiAoMcqCP0ye7/naMkUEpWyBmv7EKPAgQCTgBjs9a8CptuQMZOoa6Y6vk9C2Qgo6kcLpUxKXMfrn67lLvYW",
  "AddP8GhAXRqaQQnKOv8BhkMHIs6Bt/QfnqPRgQEXgBjt23noOnnjSo7ZzAtN1bGb61GdDEEKcyrGcVrHLfnGrnfYS3eqB+frh/g1tIYSsyxu",
  "68e2VqE2xtz2peXmgV6RD0sv1aEqXU1NyspwH0O2dQH/////////54ICgKPigQAAgBjuFTydhP3YCrJuclwRcM9EzZKt8fxYLT2+vtN9VFoY",
  "pEpGnVqu+ksAJdCtDU8afqaPC3PvyUgWZnrsNmQ03X9cguvlVmydhr84N2oTxZdl0vnrjySwuO6Y2KlvzeCj0IEAO4AY7oexhJjGhFR/twlV",
  "XS/3SS+sQ65r22UUmBFa82vnkvOUAJ5CntMPugfZVtFE3KpQL0sLe+1tzWOGiw0PckPllCdGFF1U4gM8ORSAo7uBAIKAGO37K31ikIywjSd9",
  "U4z/iBE7BjfvFPqDPu2wqlpfuRydDX1fJ8GNvRprU8uAsTc4FkHdW2lzGKPRgQC3gBjuGqFwmFkJUwmtFtYBXaUMIS8eW67Wjga5mknytTOH",
  "0d9UPC1sEOtArvDnfT8FmEWF+kaE0SDBQHeH3VeNKrkPMW1gQutGrw2Jcezgo72BAO+AGO32PcWrGtO2iY1y5tLWimPovNIWGvT3bDLva1GR",
  "eDK3Z8OqgDhP44J1sJd7ijMlBarAoq6whT0W",
];
const recordedMp4 = [
  "AAAAJGZ0eXBpc29tAAACAGlzb21pc282aXNvMnZwMDltcDQxAAACXW1vb3YAAAB4bXZoZAEAAAAAAAAA5zE+XAAAAADnMT5cAAAD6AAAAAAA",
  "AAAAAAEAAAEAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
  "AAAAAAG1dHJhawAAAGh0a2hkAQAAAwAAAADnMT5cAAAAAOcxPlwAAAABAAAAAAAAAAAAAAFEAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAA",
  "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABRW1kaWEAAAAsbWRoZAEAAAAAAAAA5zE+XAAAAADnMT5cAAC7gAAAAAAAAAFE",
  "VcQAAAAAAC1oZGxyAAAAAAAAAABzb3VuAAAAAAAAAAAAAAAAU291bmRIYW5kbGVyAAAAAORtaW5mAAAAEHNtaGQAAAAAAAAAAAAAACVkaW5m",
  "AAAAHWRyZWYAAAAAAAAAAQAAAA11cmwgAAAAAQAAAACnc3RibAAAABBzdHNjAAAAAAAAAAAAAAAQc3R0cwAAAAAAAAAAAAAAFHN0c3oAAAAA",
  "AAAAAAAAAAAAAAAQc3RjbwAAAAAAAAAAAAAAW3N0c2QAAAAAAAAAAQAAAEtPcHVzAAAAAAAAAAEAAAAAAAAAAAACABAAAAAAu4AAAAAAABRi",
  "dHJ0AAAAAAAAAAAAAAAAAAAAE2RPcHMAAg8AAAC7gAAAAAAAAChtdmV4AAAAIHRyZXgAAAAAAAAAAQAAAAEAAAAAAAAAAAAAAAAAAACMbW9v",
  "ZgAAABBtZmhkAAAAAAAAAAEAAAB0dHJhZgAAABR0ZmhkAAIAIAAAAAECAAAAAAAAFHRmZHQBAAAAAAAAAAAAAAAAAABEdHJ1bgEAAwEAAAAG",
  "AAAAlAAACxQAAABCAAALnAAAADsAAAsSAAAAMwAACxAAAAA0AAAMDwAAADcAAAPwAAAAMwAAAVZtZGF0GOFcb0uNZGXv4vNJJOxFrc5DIl6H",
  "miK7GvQLhP+915Mz58fApl1OUZDzIjOYWFjVjI0bR6nzOmPvtl8g5ZIo281wGOz1rwKMymRaJTt001A+VCWa6grP06RhYXW0j9DZ4aL3BrX/",
  "hchf3+52rCNI8DtG1AX6bsSG1gg9nkAY7UjNxafBmMBD4Q8zSdSw0nwWe4sCVIOsTg4fw0md2aRZiPcC+5ECOnjRo1hM86C3sQgY7PWvAqYm",
  "qUOQE1xcX9d3BBeupg+YttwL8aBgAF+kpcFJKNnb4QfymLFHZ8MSvYIJEzLXGOz1rwKmzBW9SErMmG9DOIkoKVTOwjEyDlANnyPxFejuDTCh",
  "raybEze2yEQsjEtsxi2xxe5ewBjs9a8CpQrYPB1XSr/hQHYfAeCyoFu72Bs4Ivf+Y6rVc1W/tReW4zfgYh/HpG7/J2rdoAAAAIRtb29mAAAA",
  "EG1maGQAAAAAAAAAAgAAAGx0cmFmAAAAFHRmaGQAAgAgAAAAAQIAAAAAAAAUdGZkdAEAAAAAAAAAAABDhQAAADx0cnVuAQADAQAAAAUAAACM",
  "AAALEwAAADYAAA19AAAAPAAACxAAAABNAAALEgAAAF4AAAPwAAAATAAAAXFtZGF0GOz1rwKMymRaJTtPMbEvTUNCnZMUZoWs8uFf0nOSaD8I",
  "2ICgxyoI/TJ7v+doyRQSlbIGa/sQGOz1rwKm25Axk6hrpjq+T0LZCCjqRwulTEpcx+ufruUu9hYB10/waEBdGppBCco6/wGGQwcizoG39B+e",
  "GO3beeg6eeNKjtnMC03VsZvrUZ0MQQpzKsZxWsct+caud9hLd6oH5+uH+DW0hhKzLG7rx7ZWoTbG3Pal5eaBXpEPSy/VoSpdTU3KynAY7hU8",
  "nYT92AqybnJcEXDPRM2SrfH8WC09vr7TfVRaGKRKRp1arvpLACXQrQ1PGn6mjwtz78lIFmZ67DZkNN1/XILr5VZsnYa/ODdqE8WXZdL5648k",
  "sLjumNipb83gGO6HsYSYxoRUf7cJVV0v90kvrEOua9tlFJgRWvNr55LzlACeQp7TD7oH2VbRRNyqUC9LC3vtbc1jhosND3JD5ZQnRhRdVOID",
  "PDkUgAAAAIRtb29mAAAAEG1maGQAAAAAAAAAAwAAAGx0cmFmAAAAFHRmaGQAAgAgAAAAAQIAAAAAAAAUdGZkdAEAAAAAAAAAAAB96AAAADx0",
  "cnVuAQADAQAAAAUAAACMAAALCwAAADcAAAsTAAAATQAAC5IAAAA5AAALEAAAAEEAAAPwAAAATAAAAVJtZGF0GO37K31ikIywjSd9U4z/iBE7",
  "BjfvFPqDPu2wqlpfuRydDX1fJ8GNvRprU8uAsTc4FkHdW2lzGBjuGqFwmFkJUwmtFtYBXaUMIS8eW67Wjga5mknytTOH0d9UPC1sEOtArvDn",
  "fT8FmEWF+kaE0SDBQHeH3VeNKrkPMW1gQutGrw2JcezgGO32PcWrGtO2iY1y5tLWimPovNIWGvT3bDLva1GReDK3Z8OqgDhP44J1sJd7ijMl",
  "BarAoq6whT0WGO5BjZ39H2epTpz+uHDveYH3StYRoTYDLNAEowMQl4aM8Ru1WZO9wvFYG65/veppqBl8lPHA/jMyjDGtpsohgDgY7iv3EPZ9",
  "+YyJ3wvoRZQV/9VONtBjJTOjx9MHV+ts8e42Fi4WTP+NcJJREb8VfpiGEgzLR0Z7jEQKlwUMIcjRHwSU4OjUQjKlafhg",
];

export const webm = (): Buffer => Buffer.from(recordedWebm.join(""), "base64");
export const mp4 = (): Buffer => Buffer.from(recordedMp4.join(""), "base64");

/** Frames of MPEG 1 layer III at 128 kbit/s and 44.1 kHz, behind a tag. */
export function mp3({ frames = 4, tag = frameOfTag("TSSE", "\u0003Lavf") } = {}): Buffer {
  const head = Buffer.concat([Buffer.from("ID3\u0004\0\0", "latin1"), sevenBits(tag.length), tag]);
  return Buffer.concat([head, ...Array.from({ length: frames }, () => mp3Frame())]);
}
const mp3Frame = () => Buffer.concat([Buffer.from("fffb9064", "hex"), Buffer.alloc(413, 0x55)]);
const sevenBits = (size: number) => Buffer.from([size >> 21, size >> 14, size >> 7, size].map((byte) => byte & 127));
const frameOfTag = (id: string, text: string) =>
  Buffer.concat([Buffer.from(id), sevenBits(Buffer.byteLength(text)), Buffer.alloc(2), Buffer.from(text)]);

/** A page of Ogg with its right check sum. */
function oggPage(nth: number, body: Buffer | string, { flags = 0, serial = 7 } = {}): Buffer {
  const packet = Buffer.from(body as string);
  const lengths = [...Array(Math.floor(packet.length / 255)).fill(255), packet.length % 255];
  const page = Buffer.concat([Buffer.alloc(27), Buffer.from(lengths), packet]);
  page.write("OggS\0", "latin1");
  page[5] = flags;
  page.writeUInt32LE(serial, 14);
  page.writeUInt32LE(nth, 18);
  page[26] = lengths.length;
  page.writeUInt32LE(pageSum(page), 22);
  return page;
}
const oggPages = () => [
  oggPage(0, "OpusHead\u0001\u0001........", { flags: 2 }),
  oggPage(1, "OpusTags\u0004\0\0\0test"),
  oggPage(2, Buffer.alloc(700, 0x33)),
  oggPage(3, Buffer.alloc(300, 0x34), { flags: 4 }),
];
export const ogg = (): Buffer => Buffer.concat(oggPages());

/** A box of MP4 around what it holds. */
function box(type: string, ...inside: (Buffer | string)[]): Buffer {
  const content = Buffer.concat(inside.map((each) => Buffer.from(each as string)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, content]);
}
const track = (...more: Buffer[]) =>
  box(
    "trak",
    box("tkhd", Buffer.alloc(84)),
    box("mdia", box("mdhd", Buffer.alloc(24)), box("hdlr", Buffer.alloc(25)), box("minf", box("stbl", ...more))),
  );
const m4aParts = (...more: Buffer[]) => [
  box("ftyp", "M4A \0\0\0\0M4A mp42"),
  box("free", Buffer.alloc(40)),
  box("mdat", Buffer.alloc(500, 0x21)),
  box("moov", box("mvhd", Buffer.alloc(100)), track(...more), box("udta", "from a phone")),
];
export const m4a = (...more: Buffer[]): Buffer => Buffer.concat(m4aParts(...more));

/** Recordings as phones, browsers and encoders write them. */
export const honestRecordings = (): [string, string, Buffer][] => [
  ["mp3", "with a tag", mp3()],
  ["mp3", "without a tag", mp3().subarray(25)],
  ["mp3", "whose last frame is cut off", mp3().subarray(0, -100)],
  ["mp3", "with an old tag at its end", Buffer.concat([mp3(), Buffer.from("TAG".padEnd(128, "\0"))])],
  ["ogg", "in pages", ogg()],
  ["ogg", "that was ended without its last page", Buffer.concat(oggPages().slice(0, 3))],
  ["m4a", "with its data first", m4a()],
  [
    "m4a",
    "whose data goes to the end",
    Buffer.concat([...m4aParts().toSpliced(2, 1), Buffer.from("\0\0\0\0mdat....")]),
  ],
  ["mp4", "in fragments", mp4()],
  ["webm", "of unknown size", webm()],
];

/** Recordings that carry something else, hide it, or lie about their parts. */
export const hostileRecordings = (): [string, string, Buffer][] => {
  const tail = Buffer.from("and a text of 26 letters, too");
  const spoilt = (bytes: Buffer, at: number) => bytes.with(at, (bytes[at] ?? 0) ^ 1);
  const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes);
  const deep = Array.from({ length: 40 }).reduce<Buffer>((inside) => box("moov", inside), Buffer.alloc(0));
  const attached = Buffer.from("1941a46984deadbeef", "hex");
  const webmHead = webm().indexOf(Buffer.from("18538067", "hex"));
  const cluster = webm().indexOf(Buffer.from("1f43b675", "hex"));
  const insert = (at: number, more: Buffer) => Buffer.concat([webm().subarray(0, at), more, webm().subarray(at)]);
  return [
    ["mp3", "bytes behind its last frame", Buffer.concat([mp3(), tail])],
    ["mp3", "bytes between its frames", Buffer.concat([mp3(), tail, mp3().subarray(25)])],
    ["mp3", "a file in its tag", mp3({ tag: frameOfTag("GEOB", "\0application/x\0a.exe\0\0MZ") })],
    ["mp3", "a tag longer than itself", Buffer.concat([Buffer.from("ID3\u0004\0\0\u007f\u007f\u007f\u007f"), mp3()])],
    ["mp3", "one frame alone", mp3({ frames: 1 })],
    ["mp3", "frames of two kinds", Buffer.concat([mp3(), Buffer.from("fffb9464", "hex"), Buffer.alloc(380, 0x55)])],
    ["ogg", "bytes behind its last page", Buffer.concat([ogg(), tail])],
    ["ogg", "a byte changed in its sound", asBuffer(spoilt(ogg(), 200))],
    ["ogg", "a page left out", Buffer.concat(oggPages().toSpliced(2, 1))],
    ["ogg", "a page of another stream", Buffer.concat(oggPages().toSpliced(2, 1, oggPage(2, tail, { serial: 8 })))],
    ["ogg", "pages behind its end", Buffer.concat([...oggPages(), oggPage(4, tail)])],
    ["ogg", "no sound in its first page", Buffer.concat([oggPage(0, "\u0080theora", { flags: 2 }), oggPage(1, tail)])],
    ["m4a", "bytes behind its last box", Buffer.concat([m4a(), tail])],
    ["m4a", "a box of its own kind", Buffer.concat([m4a(), box("evil", tail)])],
    ["m4a", "a box for anything", Buffer.concat([m4a(), box("uuid", Buffer.alloc(16), tail)])],
    ["m4a", "a page in what fills a gap", Buffer.concat([m4a(), box("free", "<html><body onload=alert(1)>")])],
    ["m4a", "a box larger than what holds it", m4a(box("stsz", tail).fill(0xff, 0, 4))],
    ["m4a", "a box without size", m4a(Buffer.alloc(8))],
    ["m4a", "boxes forty deep", Buffer.concat([...m4aParts(), deep])],
    ["m4a", "no track", Buffer.concat([...m4aParts().slice(0, 3), box("moov", box("mvhd", Buffer.alloc(100)))])],
    ["mp4", "bytes behind its last fragment", Buffer.concat([mp4(), tail])],
    ["webm", "bytes behind its last block", Buffer.concat([webm(), tail])],
    ["webm", "an enclosed file", insert(cluster, attached)],
    ["webm", "an element of its own kind", insert(cluster, Buffer.from("4abc82ffff", "hex"))],
    ["webm", "a block larger than the file", Buffer.concat([webm(), Buffer.from("a34fff00", "hex")])],
    ["webm", "a head alone", webm().subarray(0, webmHead)],
    ["webm", "no sound", webm().subarray(0, cluster)],
  ];
};
