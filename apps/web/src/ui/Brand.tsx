import styles from './Brand.module.css';

/** Two speech bubbles that meet. The second one is outlined in the ground so that both stay readable when small. */
export function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <path d="M1 11.5A9.5 9.5 0 0 1 20 11.5 9.5 9.5 0 0 1 10.5 21H1Z" />
      <path className={styles.front} d="M12 19.5A7.5 7.5 0 0 1 27 19.5V27H19.5A7.5 7.5 0 0 1 12 19.5Z" />
    </svg>
  );
}
