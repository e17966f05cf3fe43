<#import "template.ftl" as layout>
<#import "field.ftl" as fields>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('totp'); section>
    <#if section = "header">
        ${msg("oneTimeCodeTitle")}
    <#elseif section = "form">
        <form id="kc-otp-login-form" action="${url.loginAction}" method="post">
            <#if otpLogin.userOtpCredentials?size gt 1>
                <fieldset class="field">
                    <legend class="label">${msg("oneTimeCodeWhich")}</legend>
                    <#list otpLogin.userOtpCredentials as one>
                        <label class="choice"><input type="radio" name="selectedCredentialId" value="${one.id}" <#if one.id == otpLogin.selectedCredentialId>checked</#if>> ${one.userLabel!''}</label>
                    </#list>
                </fieldset>
            </#if>
            <@fields.field name="otp" label=msg("loginOtpOneTime") autocomplete="one-time-code" hint=msg("oneTimeCodeHint") focus=true
                error=messagesPerField.existsError('totp')?then(messagesPerField.get('totp'), '') extra='inputmode="numeric" maxlength="6"' />
            <button class="button" id="kc-login" name="login" type="submit">${msg("doContinue")}</button>
        </form>
    </#if>
</@layout.registrationLayout>
