import { format, type ProviderFormat } from './format.js'

/** Messaging, payment, mail, models and other services. */
export const services: readonly ProviderFormat[] = [
  format(
    'Slack token',
    'xoxb- xoxp- xoxa- xoxr- xoxs- xoxe-',
    /xox[abprse]-((?:\d{1,14}-){1,3}[A-Za-z0-9-]{20,64})(?!\w)/,
    'https://docs.slack.dev/authentication/tokens/',
  ),
  format(
    'Slack app token',
    'xapp-',
    /xapp-\d-[A-Z0-9]{9,14}-\d{10,14}-([0-9a-f]{64})(?!\w)/,
    'https://docs.slack.dev/authentication/tokens/',
  ),
  format(
    'Slack webhook',
    'hooks.slack.com/',
    /hooks\.slack\.com\/(?:services|workflows|triggers)\/T[A-Z0-9]{7,12}\/[AB][A-Z0-9]{7,12}\/([A-Za-z0-9]{20,26})(?!\w)/,
    'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/',
  ),
  format(
    'Discord webhook',
    '/api/webhooks/',
    /\/api\/webhooks\/\d{17,20}\/([\w-]{60,80})(?![\w-])/,
    'https://discord.com/developers/docs/resources/webhook',
  ),
  format(
    'Telegram bot token',
    ':AA',
    /(\d{8,10}:AA[\w-]{33})(?![\w-])/,
    'https://core.telegram.org/bots/api#authorizing-your-bot',
    { before: 10 },
  ),
  format(
    'Stripe live key',
    'sk_live_ rk_live_',
    /[sr]k_live_([A-Za-z0-9]{24,120})(?!\w)/,
    'https://docs.stripe.com/keys',
  ),
  format(
    'Webhook signing secret',
    'whsec_',
    /whsec_([A-Za-z0-9+/]{32,64}={0,2})(?![A-Za-z0-9+/=])/,
    'https://docs.stripe.com/webhooks#verify-official-libraries',
  ),
  format(
    'Square access token',
    'sq0atp- sq0csp-',
    /sq0(?:atp-[\w-]{22}|csp-[\w-]{43})(?![\w-])/,
    'https://developer.squareup.com/docs/build-basics/access-tokens',
  ),
  format(
    'Shopify token',
    'shpat_ shpca_ shppa_ shpss_',
    /shp(?:at|ca|pa|ss)_([0-9a-fA-F]{32})(?![0-9a-zA-Z])/,
    'https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens',
  ),
  format(
    'SendGrid API key',
    'SG.',
    /SG\.([\w-]{22}\.[\w-]{43})(?![\w-])/,
    'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
  ),
  format(
    'Mailgun API key',
    'key-',
    /key-([0-9a-f]{32})(?![0-9a-zA-Z])/,
    'https://documentation.mailgun.com/docs/mailgun/api-reference/authentication/',
    { context: /mailgun/i },
  ),
  format(
    'Brevo API key',
    'xkeysib-',
    /xkeysib-([0-9a-f]{64}-[A-Za-z0-9]{16})(?!\w)/,
    'https://developers.brevo.com/docs/getting-started',
  ),
  format(
    'OpenAI API key',
    'sk-',
    /sk-(?:proj-|svcacct-|admin-)?([\w-]{48,220})(?![\w-])/,
    'https://platform.openai.com/docs/api-reference/authentication',
    // The name of the company in base64 stands in the middle of every key.
    { valid: token => token.includes('T3BlbkFJ') },
  ),
  format(
    'Anthropic API key',
    'sk-ant-',
    /sk-ant-[a-z]{3,6}\d{2}-([\w-]{80,120})(?![\w-])/,
    'https://docs.claude.com/en/api/overview',
  ),
  format(
    'Hugging Face token',
    'hf_',
    /hf_([A-Za-z0-9]{34,40})(?!\w)/,
    'https://huggingface.co/docs/hub/security-tokens',
  ),
  format(
    'Replicate token',
    'r8_',
    /r8_([A-Za-z0-9]{37})(?!\w)/,
    'https://replicate.com/docs/topics/security/api-tokens',
  ),
  format('Groq API key', 'gsk_', /gsk_([A-Za-z0-9]{52})(?!\w)/, 'https://console.groq.com/docs/quickstart'),
  format(
    'Perplexity API key',
    'pplx-',
    /pplx-([A-Za-z0-9]{48})(?!\w)/,
    'https://docs.perplexity.ai/guides/getting-started',
  ),
  format('xAI API key', 'xai-', /xai-([A-Za-z0-9]{80})(?!\w)/, 'https://docs.x.ai/docs/overview'),
  format(
    'Linear API key',
    'lin_api_',
    /lin_api_([A-Za-z0-9]{40})(?!\w)/,
    'https://linear.app/developers/graphql#personal-api-keys',
  ),
  format('Notion token', 'ntn_', /ntn_([A-Za-z0-9]{46})(?!\w)/, 'https://developers.notion.com/docs/authorization'),
  format('Figma token', 'figd_', /figd_([\w-]{40})(?![\w-])/, 'https://www.figma.com/developers/api#access-tokens'),
  format(
    'Contentful token',
    'CFPAT-',
    /CFPAT-([\w-]{43})(?![\w-])/,
    'https://www.contentful.com/developers/docs/references/authentication/',
  ),
  format(
    'Airtable token',
    'pat',
    /pat[A-Za-z0-9]{14}\.([0-9a-f]{64})(?!\w)/,
    'https://airtable.com/developers/web/guides/personal-access-tokens',
  ),
  format('EasyPost key', 'EZAK', /EZAK([A-Za-z0-9]{54})(?!\w)/, 'https://docs.easypost.com/docs/authentication'),
]
