// PapaParse at its fastest: the File read as text at once (its own chunks cut
// characters in two), fastMode (no quotes), rows handed to the questions one by
// one so that none is kept. A classic worker, as its script is one.
importScripts("/peers/papaparse/papaparse.min.js");

const loaded = Promise.all([import("./answering.mjs"), import("./questions.mjs")]);
self.onmessage = async (first) => {
  const [{ answering }, { Questions }] = await loaded;
  answering({
    ready: () => ({}),
    async run({ file, now, encoding }) {
      const text =
        encoding === "utf-8"
          ? await file.text()
          : new TextDecoder(encoding).decode(await file.arrayBuffer());
      let questions;
      self.Papa.parse(text, {
        delimiter: "\t",
        newline: "\n",
        fastMode: true,
        skipEmptyLines: true,
        step: ({ data }) => {
          if (questions) questions.row(data);
          else questions = new Questions(data, now);
        },
      });
      return { answers: questions.answers() };
    },
  });
  self.onmessage(first);
};
