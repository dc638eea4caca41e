// Looks for calls that TypeORM offers and this house does not use: each of them leaves the
// transaction in which role and scope are set, or takes text as SQL. docs/en/developer.md says why.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { ROOT } from '../setup/places.mjs';

/** These save or commit by themselves, behind the back of the transaction around them. */
const OWN_TRANSACTION = new Set(['save', 'remove', 'softRemove', 'recover']);
/** What such a call is made on: repositories and managers, by the names they go by. */
const STORE = /(manager|repository|repo|dataSource|runner)$/i;
/** The first argument of these is raw SQL, so it has to stand in the source, word for word. */
const TAKES_SQL = new Set(['where', 'andWhere', 'orWhere', 'having', 'andHaving', 'orHaving', 'orderBy', 'addOrderBy', 'groupBy', 'addGroupBy']);

function lastName(expression) {
  if (ts.isIdentifier(expression)) return expression.text;
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  if (ts.isCallExpression(expression)) return lastName(expression.expression);
  return '';
}

const isLiteral = (node) => node !== undefined && (ts.isStringLiteralLike(node) || ts.isNewExpression(node));

function complaintAboutCall(node) {
  if (!ts.isPropertyAccessExpression(node.expression)) return undefined;
  const method = node.expression.name.text;
  const target = lastName(node.expression.expression);
  if (OWN_TRANSACTION.has(method) && (STORE.test(target) || /Repository$/.test(target))) return `.${method}() commits by itself: use insert or update`;
  if (method === 'transaction' && STORE.test(target)) return '.transaction() opens no lens: use the database door';
  if (TAKES_SQL.has(method) && !isLiteral(node.arguments[0])) return `.${method}() takes raw SQL: its first argument must be a literal`;
  return undefined;
}

function complaintAboutProperty(node) {
  const isSwitchedOn = node.initializer.kind !== ts.SyntaxKind.FalseKeyword;
  return node.name.getText() === 'synchronize' && isSwitchedOn ? 'synchronize is never on: write a migration' : undefined;
}

function complaintAbout(node) {
  if (ts.isCallExpression(node)) return complaintAboutCall(node);
  if (ts.isPropertyAssignment(node)) return complaintAboutProperty(node);
  return undefined;
}

/** The complaints about one source, as `line: sentence`. */
function inspect(source, name) {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    const complaint = complaintAbout(node);
    if (complaint) found.push(`${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${complaint}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function sources() {
  // Tests may show what goes wrong when such a call is made.
  return ['apps/api/src', 'libs/testing/src'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true })
      .map((name) => path.join(folder, String(name)))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts')),
  );
}

/** The files named as arguments, else all. */
function main(named) {
  const found = (named.length > 0 ? named : sources()).flatMap((file) => inspect(readFileSync(path.resolve(ROOT, file), 'utf8'), file).map((text) => `${file}:${text}`));
  for (const text of found) console.log(text);
  process.exitCode = found.length === 0 ? 0 : 1;
}

main(process.argv.slice(2));
