// Which statements rest on a study, read from the themes they belong to.
import type { EvidenceStance, StatementView, ThemeView } from '../../ipc/generated';

export interface Use {
  statement: StatementView;
  theme: string;
  stances: EvidenceStance[];
}

export const usesOf = (study: string, themes: ThemeView[]): Use[] =>
  themes.flatMap((theme) =>
    theme.statements.flatMap((statement) => {
      const found = statement.evidence.filter((one) => one.study === study).map((one) => one.stance);
      return found.length ? [{ statement, theme: theme.name, stances: [...new Set(found)] }] : [];
    }),
  );
