import account from '../../../../locales/en/account.json'
import common from '../../../../locales/en/common.json'
import content from '../../../../locales/en/content.json'
import help from '../../../../locales/en/help.json'
import landing from '../../../../locales/en/landing.json'
import report from '../../../../locales/en/report.json'
import session from '../../../../locales/en/session.json'
import type { Words } from './words-fr.ts'

const words: Words = { account, common, content, help, landing, report, session }

export default words
