import { signatureCheckText } from "@/server/strokes/choices";

/** How a browser sends strokes: points as x.y in whole pixels, joined by _, strokes by *; signs that a form sends as they are. */
export const strokesIn = (sent: string): [number, number][][] =>
  sent
    .split("*")
    .filter(Boolean)
    .map((stroke) =>
      stroke.split("_").map((point): [number, number] => {
        const [x = Number.NaN, y = Number.NaN] = point.split(".").map(Number);
        return [x, y];
      }),
    );

type Check = (drawing: [number, number][][], name: string) => string | null;
interface Pad {
  clear(): void;
  strokes(): [number, number][][];
}

/**
 * The field to sign in, with a finger, pen or mouse. What is drawn is kept in the tab, so that a reload, a turned phone and a
 * refusal lose nothing; it is measured in the pixels of the field as it was at the first stroke. Its text is sent to
 * browsers, so that it uses nothing but its parameters.
 */
export function signingPad(canvas: HTMLCanvasElement, place: string): Pad {
  let kept: { wide: number; high: number; strokes: [number, number][][] } = { wide: 0, high: 0, strokes: [] };
  try {
    kept = JSON.parse(sessionStorage.getItem(place) || "") || kept;
  } catch {
    // Nothing is kept, or the browser keeps nothing.
  }
  let now: [number, number][] | null = null;
  const scale = () => (kept.wide ? Math.min(canvas.clientWidth / kept.wide, canvas.clientHeight / kept.high) : 1);
  const keep = () => {
    try {
      sessionStorage.setItem(place, JSON.stringify(kept));
    } catch {
      // A browser that keeps nothing still signs.
    }
  };
  function draw() {
    const ratio = Math.max(1, window.devicePixelRatio || 1);
    canvas.width = canvas.clientWidth * ratio;
    canvas.height = canvas.clientHeight * ratio;
    const pen = canvas.getContext("2d");
    if (!pen) return;
    pen.scale(ratio * scale(), ratio * scale());
    pen.strokeStyle = pen.fillStyle = getComputedStyle(canvas).color;
    pen.lineWidth = 3.2 / scale();
    pen.lineCap = pen.lineJoin = "round";
    for (const stroke of kept.strokes) {
      pen.beginPath();
      for (const [x, y] of stroke) pen.lineTo(x, y);
      if (stroke.length === 1) pen.lineTo((stroke[0]?.[0] ?? 0) + 0.1, stroke[0]?.[1] ?? 0);
      pen.stroke();
    }
  }
  function add(event: PointerEvent) {
    const box = canvas.getBoundingClientRect();
    const [x, y] = [(event.clientX - box.left) / scale(), (event.clientY - box.top) / scale()];
    const last = now?.[now.length - 1];
    if (now && (!last || Math.hypot(x - last[0], y - last[1]) >= 3))
      now.push([Math.max(-40, Math.min(3900, Math.round(x))), Math.max(-40, Math.min(3900, Math.round(y)))]);
    draw();
  }
  canvas.addEventListener("pointerdown", (event) => {
    if (now || kept.strokes.length > 78) return;
    if (!kept.strokes.length) kept = { wide: canvas.clientWidth, high: canvas.clientHeight, strokes: [] };
    canvas.setPointerCapture(event.pointerId);
    now = [];
    kept.strokes.push(now);
    add(event);
    event.preventDefault();
  });
  canvas.addEventListener("pointermove", (event) => now && add(event));
  for (const name of ["pointerup", "pointercancel"] as const)
    canvas.addEventListener(name, () => {
      now = null;
      keep();
    });
  addEventListener("resize", draw);
  draw();
  return {
    clear() {
      kept = { wide: 0, high: 0, strokes: [] };
      keep();
      draw();
    },
    strokes: () => kept.strokes,
  };
}

/** Wires the form: the drawing is checked before it is sent, and what is wrong said beside the field. Uses its parameters alone. */
export function signingForm(pad: (canvas: HTMLCanvasElement, place: string) => Pad, check: Check): void {
  const form = document.getElementById("sign") as HTMLFormElement | null;
  const canvas = document.getElementById("pad") as HTMLCanvasElement | null;
  const wrong = document.getElementById("pad-wrong");
  if (!form || !canvas || !wrong) return;
  const drawn = pad(canvas, location.pathname);
  for (const one of Array.from(document.querySelectorAll<HTMLElement>("[data-script]"))) one.hidden = false;
  const say = (words: string) => {
    wrong.textContent = words;
    wrong.hidden = !words;
    wrong.style.visibility = "";
    if (words) wrong.scrollIntoView({ block: "center" });
  };
  document.getElementById("pad-clear")?.addEventListener("click", () => {
    drawn.clear();
    say("");
  });
  // It keeps its place: a page that moves under the finger would make a line of a dot.
  canvas.addEventListener("pointerdown", () => {
    wrong.style.visibility = "hidden";
  });
  const button = form.querySelector<HTMLButtonElement>("button.go");
  const press = (isPossible: boolean) => {
    if (button) button.disabled = !isPossible;
  };
  form.addEventListener("submit", (event) => {
    const ticks = Array.from(document.querySelectorAll<HTMLInputElement>("input[type=checkbox][form=sign]"));
    const open = ticks.find((one) => !one.checked);
    const fault = open ? "ticks" : check(drawn.strokes(), canvas.dataset.name || "");
    if (fault) {
      event.preventDefault();
      say(JSON.parse(canvas.dataset.words || "{}")[fault] || fault);
      open?.focus();
      return;
    }
    (form.elements.namedItem("strokes") as HTMLInputElement).value = drawn
      .strokes()
      .map((stroke) => stroke.map(([x, y]) => `${x}.${y}`).join("_"))
      .join("*");
    setTimeout(() => press(false), 0);
  });
  addEventListener("pageshow", () => press(true));
}

/** Reads the page aloud, where the browser can: what is marked `data-read`, in the page's language. */
export function readAloud(): void {
  const button = document.getElementById("read") as HTMLButtonElement | null;
  const voice = window.speechSynthesis;
  if (!button || !voice || typeof SpeechSynthesisUtterance === "undefined") return;
  const [start, stop] = [button.textContent ?? "", button.dataset.stop ?? ""];
  const idle = () => {
    button.textContent = start;
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    if (voice.speaking) {
      voice.cancel();
      return idle();
    }
    const texts = Array.from(document.querySelectorAll<HTMLElement>("[data-read]")).map((one) => one.textContent ?? "");
    const said = new SpeechSynthesisUtterance(texts.join("\n"));
    said.lang = document.documentElement.lang;
    said.onend = said.onerror = idle;
    button.textContent = stop;
    voice.speak(said);
  });
  addEventListener("pagehide", () => voice.cancel());
}

/** The script of a page to sign on: a few kilobytes, in the page itself. */
export const signScript = (): string =>
  `(${String(readAloud)})();(${String(signingForm)})(${String(signingPad)},${signatureCheckText()});`;

/** Of the page afterwards: what was drawn does not stay in the tab. */
export const forgetScript = `try{sessionStorage.removeItem(location.pathname)}catch(e){}`;
