"use client";
import { IconCamera, IconPaperclip } from "@tabler/icons-react";
import { type ChangeEvent, useRef } from "react";
import { Button } from "@/app/_ui/actions/button";
import { takenTypes } from "./file-looks";

const pictures = "image/jpeg,image/png";

interface FileInputsProps<At> {
  /** Where files go that are taken now. */
  at: At;
  take: (files: Iterable<File> | null, at: At, isCamera: boolean) => void;
  words: { photo: string; choose: string };
  small?: boolean;
  /** Pictures alone are wanted. */
  isPictures?: boolean;
}

/**
 * A button for the camera and one for files. They go where they would have gone when the button was pressed: a camera hides the
 * page, and a hidden page covers its private lanes.
 */
export function FileInputs<At>({ at, take, words, small = false, isPictures = false }: FileInputsProps<At>) {
  const camera = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const into = useRef(at);
  const open = (input: HTMLInputElement | null) => {
    into.current = at;
    input?.click();
  };
  const chosen = (isCamera: boolean) => (event: ChangeEvent<HTMLInputElement>) => {
    take(event.currentTarget.files, into.current, isCamera);
    // Cleared, so that choosing the same file again is noticed.
    event.currentTarget.value = "";
  };
  return (
    <>
      {/* Two inputs: with `capture` a phone opens its camera and offers no papers. */}
      <input ref={camera} type="file" accept={pictures} capture="environment" hidden onChange={chosen(true)} />
      <input
        ref={chooser}
        type="file"
        accept={isPictures ? pictures : takenTypes}
        multiple
        hidden
        onChange={chosen(false)}
      />
      <Button small={small} icon={<IconCamera aria-hidden />} onClick={() => open(camera.current)}>
        {words.photo}
      </Button>
      <Button small={small} icon={<IconPaperclip aria-hidden />} onClick={() => open(chooser.current)}>
        {words.choose}
      </Button>
    </>
  );
}
