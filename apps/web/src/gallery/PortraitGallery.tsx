import { Portrait } from '../avatar/Portrait.tsx';
import { EXPRESSIONS, type Expression } from '../avatar/pose.ts';
import { tintClass } from '../avatar/tint.ts';
import { classNames } from '../ui/class-names.ts';
import styles from './gallery.module.css';
import '../avatar/extended-cast.ts';
import { personaSlugs } from '../avatar/personas.ts';

const isExpression = (name: string): name is Expression => name in EXPRESSIONS;

export function PortraitGallery() {
  return (
    <div className={styles.stack}>
      {Object.keys(EXPRESSIONS)
        .filter(isExpression)
        .map((expression) => (
          <section key={expression} className={styles.stack}>
            <h2>{expression}</h2>
            <div className={styles.faces}>
              {personaSlugs().map((slug) => (
                <Portrait key={slug} slug={slug} expression={expression} alt={`${slug}, ${expression}`} />
              ))}
            </div>
          </section>
        ))}
      <h2>square, round, full without scene, nobody</h2>
      <div className={styles.faces}>
        {personaSlugs().map((slug) => (
          <Portrait key={slug} slug={slug} crop="square" alt="" />
        ))}
      </div>
      <div className={styles.row}>
        {personaSlugs().map((slug) => (
          <Portrait key={slug} slug={slug} crop="round" alt="" className={styles.round} />
        ))}
        <Portrait slug="nobody" crop="round" alt="" className={styles.round} />
      </div>
      <div className={styles.faces}>
        {personaSlugs().map((slug) => (
          <div key={slug} className={classNames(tintClass(slug), styles.tinted)}>
            <Portrait slug={slug} crop="full" scene={false} alt="" />
          </div>
        ))}
      </div>
    </div>
  );
}
