import { describe, expect, it } from 'vitest';
import { Ear } from './hearing.testing.ts';

describe('a turn that is spoken', () => {
  it('is over 450 ms after a question, counted from the last sound', () => {
    const ear = new Ear().begin().speak(1500).pause().understand('Quelle date vous faut-il ?').wait(380);
    expect(ear.said).toEqual([]);
    expect(ear.wait(20).said).toEqual(['Quelle date vous faut-il ?']);
  });

  it('is thought about as soon as it is understood', () => {
    expect(new Ear().begin().speak(1500).pause().understand('Quelle date ?').does).toEqual(['recognise', 'tell', 'prepare']);
  });

  it.each([500, 700, 900, 1100])('goes on after a thinking pause of %d ms', (silence) => {
    const ear = new Ear()
      .begin()
      .speak(1500)
      .pause()
      .understand("J'ai repris le planning.")
      .wait(silence - 60)
      .resume()
      .speak(1000);
    ear.pause().understand('Et le client ?').wait(3000);
    expect(ear.said).toEqual(["J'ai repris le planning. Et le client ?"]);
  });

  it('is asked for again, whole, after a breath, and only from there on after a pause', () => {
    const ear = new Ear().begin().speak(1000).pause().understand('Nous avons').wait(100).resume().speak(1000).pause().understand('Nous avons dix jours.');
    ear.wait(800).resume().speak(500).pause();
    expect(ear.done.filter((effect) => effect.do === 'recognise')).toMatchObject([
      { fromMs: 0, before: '' },
      { fromMs: 0, before: '' },
      { fromMs: 2120, before: 'Nous avons dix jours.' },
    ]);
  });

  it('waits longer where the words stop in the middle', () => {
    const ear = new Ear().begin().speak(1500).pause().understand('Je vous propose de euh').wait(2000);
    expect(ear.said).toEqual([]);
    expect(ear.wait(700).said).toEqual(['Je vous propose de euh']);
  });

  it('is over at once when the learner says so', () => {
    const ear = new Ear().begin().speak(1500).happen({ type: 'finished', at: 1500 }).understand('Je vous propose de').wait(0);
    expect(ear.said).toEqual(['Je vous propose de']);
  });

  it('is asked for once when the learner says that it is over, whatever the detector hears after that', () => {
    const ear = new Ear().begin().speak(1500).happen({ type: 'finished', at: 1500 }).pause();
    expect(ear.does.filter((what) => what === 'recognise')).toHaveLength(1);
  });

  it('waits for a slow recogniser, and is said when the answer comes', () => {
    const ear = new Ear().begin().speak(1500).pause().wait(4000);
    expect(ear.said).toEqual([]);
    expect(ear.understand('Je prends jeudi.').said).toEqual(['Je prends jeudi.']);
  });

  it('keeps the time of its words through pauses', () => {
    const ear = new Ear()
      .begin()
      .speak(940)
      .pause()
      .understand('Un deux', [
        { text: 'Un', at: 0, until: 300 },
        { text: 'deux', at: 400, until: 900 },
      ]);
    ear
      .wait(700)
      .resume()
      .speak(500)
      .pause()
      .understand('trois', [{ text: 'trois', at: 100, until: 400 }])
      .wait(2000);
    expect(ear.done.findLast((effect) => effect.do === 'say')).toMatchObject({ words: [{ at: 0 }, { at: 400 }, { text: 'trois', at: 1100, until: 1400 }] });
  });

  it('is forgotten when the learner goes on, and an answer that comes too late changes nothing', () => {
    const ear = new Ear().begin().speak(1000).pause();
    const late = ear.state.requests;
    ear.resume().happen({ type: 'understood', request: late, what: { text: 'Faux', words: null }, at: ear.at });
    expect(ear.does).toEqual(['recognise', 'forget']);
  });
});

describe('what is no turn', () => {
  it('is silence, which nobody is told of after a cough', () => {
    expect(new Ear().begin().speak(200).pause().understand('').does).toEqual(['recognise', 'forget', 'tell']);
  });

  it('is told when somebody clearly spoke', () => {
    expect(new Ear().begin().speak(1500).pause().understand(' ').does).toContain('notice');
  });

  const fails = (ear: Ear) => ear.happen({ type: 'failed', request: ear.state.requests, at: ear.at });
  const asks = (ear: Ear) => ear.done.filter((effect) => effect.do === 'recognise');

  it('is told when the recogniser fails, and asked for once more a little later', () => {
    const ear = fails(new Ear().begin().speak(1500).pause());
    expect(ear.done).toContainEqual({ do: 'notice', code: 'hear.failed' });
    expect(asks(ear.wait(1400))).toHaveLength(1);
    expect(asks(ear.wait(200))).toHaveLength(2);
    expect(ear.understand('Le planning est repris.').said).toEqual(['Le planning est repris.']);
  });

  it('is given up when the recogniser fails again', () => {
    const ear = fails(fails(new Ear().begin().speak(1500).pause()).wait(1600));
    expect(ear.does.filter((what) => what === 'notice')).toHaveLength(2);
    expect(ear.state.number).toBeNull();
  });

  it('is asked for whole when the learner goes on after a failure: nothing that was said is lost', () => {
    const ear = fails(new Ear().begin().speak(1500).pause()).wait(500).resume().speak(1000).pause();
    expect(asks(ear)).toMatchObject([{ fromMs: 0 }, { fromMs: 0 }]);
    expect(ear.understand('Nous avons dix jours de retard.').wait(1500).said).toEqual(['Nous avons dix jours de retard.']);
  });

  it('is not sent again and again when somebody speaks long with short breaths', () => {
    const ear = new Ear().begin();
    for (let n = 0; n < 20; n += 1) ear.speak(6000).pause().understand(`Phrase ${n}.`).wait(100).resume();
    expect(Math.max(...asks(ear).map(({ fromMs, toMs }) => toMs - fromMs))).toBeLessThan(35_000);
    ear.pause().understand('Fin.').wait(1500);
    expect(ear.said).toHaveLength(1);
  });

  it('costs no more questions than there are pauses in speech, however often a client says so', () => {
    const ear = new Ear().begin();
    for (let n = 0; n < 200; n += 1) ear.speak(20).pause().resume();
    expect(asks(ear).length).toBeLessThan(ear.state.soundMs / 200 + 8);
    expect(asks(ear).length).toBeLessThan(100);
  });
});

describe('words into the persona’s', () => {
  const over = { seq: 3, playedMs: 1200 };
  it.each(['oui', "D'accord.", 'mm'])('«%s» let it go on', (text) => {
    const ear = new Ear().begin(over).speak(300).pause().understand(text).wait(3000);
    expect(ear.done).toContainEqual({ do: 'go_on', seq: 3 });
    expect(ear.does).not.toContain('interrupt');
    expect(ear.said).toEqual([]);
  });

  it.each(['Attendez', 'Non, pas jeudi.', 'Oui mais'])('«%s» stop it where it was', (text) => {
    const ear = new Ear().begin(over).speak(500).pause().understand(text).wait(3000);
    expect(ear.done).toContainEqual({ do: 'interrupt', seq: 3, playedMs: 1200 });
    expect(ear.done).not.toContainEqual({ do: 'go_on', seq: 3 });
    expect(ear.said).toEqual([text]);
  });

  it('stop it before they are understood when they last', () => {
    expect(new Ear().begin(over).speak(1000).done).toEqual([{ do: 'interrupt', seq: 3, playedMs: 1200 }]);
  });

  it('let it go on after a noise', () => {
    expect(new Ear().begin(over).speak(100).happen({ type: 'dropped', at: 100 }).done).toContainEqual({ do: 'go_on', seq: 3 });
  });

  it('let it go on while the recogniser takes its time, and still count when understood', () => {
    const ear = new Ear().begin(over).speak(400).pause().wait(2000);
    expect(ear.done).toContainEqual({ do: 'go_on', seq: 3 });
    expect(ear.understand('Attendez').wait(3000).said).toEqual(['Attendez']);
  });

  it('are no turn when they were only a sign, however late', () => {
    expect(new Ear().begin(over).speak(400).pause().wait(2000).understand('oui').wait(5000).said).toEqual([]);
  });
});
