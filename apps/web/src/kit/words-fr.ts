import account from '../../../../locales/fr/account.json'
import common from '../../../../locales/fr/common.json'
import content from '../../../../locales/fr/content.json'
import help from '../../../../locales/fr/help.json'
import landing from '../../../../locales/fr/landing.json'
import report from '../../../../locales/fr/report.json'
import session from '../../../../locales/fr/session.json'

const words = { account, common, content, help, landing, report, session }

/** French comes first: the other language must hold the same keys, and the compiler says where it does not. */
export type Words = typeof words

export default words
